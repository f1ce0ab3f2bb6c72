package com.luckyfunatic.server.support;

import com.luckyfunatic.operations.adjust.RowProblem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What would come of a part of a file of adjustments now.
 *
 * @param manifestHash what the whole file is approved and counted under
 * @param part which part, the first being 1
 * @param rows how many it has
 * @param problems what is wrong with its rows; none if all of them would be carried out
 * @param needsApproval whether another person has to approve the whole file
 * @param beyond what one person may not do alone, in words
 */
@Schema(
        example =
                """
                {"manifestHash":
                "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9",
                "part": 1, "rows": 200,
                "problems": [{"row": 17, "column": "player_id", "reason": "there is no such player"}],
                "needsApproval": true,
                "beyond": ["support-limit-jokers is 1000, the file moves 5000"]}
                """)
record CheckedAdjustmentsView(
        String manifestHash,
        int part,
        int rows,
        List<Problem> problems,
        boolean needsApproval,
        List<String> beyond) {
    /**
     * Something that is wrong with a row.
     *
     * @param row which one of the part, the header being 1; 0 of no single one
     * @param column the name of the column; empty of the whole row
     * @param reason what it must be, or why it cannot be
     */
    record Problem(int row, String column, String reason) {
        private static Problem of(RowProblem problem) {
            return new Problem(problem.row(), problem.column(), problem.reason());
        }
    }

    static CheckedAdjustmentsView of(
            AdjustmentRequestPart part, List<RowProblem> problems, List<String> beyond) {
        return new CheckedAdjustmentsView(
                part.manifest().hash(),
                part.number(),
                part.read().rows().size(),
                problems.stream().map(Problem::of).toList(),
                !beyond.isEmpty(),
                beyond);
    }
}
