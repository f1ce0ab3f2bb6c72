package com.luckyfunatic.server.support;

import com.luckyfunatic.operations.adjust.AdjustmentRun;
import com.luckyfunatic.operations.adjust.RowResult;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What became of a part of a file of adjustments, now or before.
 *
 * @param manifestHash what the whole file is approved and counted under
 * @param part which part, the first being 1
 * @param applied how many rows were carried out
 * @param refused how many the rules refused
 * @param conflicts of how many something else was done under the operation id
 * @param results what became of each row, in their order
 */
@Schema(
        example =
                """
                {"manifestHash":
                "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9",
                "part": 1, "applied": 1, "refused": 0, "conflicts": 0,
                "results": [{"row": 2, "operationId": "t81-1", "playerId": "184467440737095516",
                "result": "applied", "detail": "funz 4505 jokers 40"}]}
                """)
record AppliedAdjustmentsView(
        String manifestHash, int part, int applied, int refused, int conflicts, List<Row> results) {
    /**
     * What became of a row.
     *
     * @param row which one of the part, the header being 1
     * @param operationId the row's own
     * @param playerId whose
     * @param result {@code applied}, {@code refused} or {@code conflict}
     * @param detail what the player has after it, or why it was refused; may be empty
     */
    record Row(int row, String operationId, String playerId, String result, String detail) {
        private static Row of(RowResult done) {
            return new Row(
                    done.adjustment().row(),
                    done.adjustment().name(),
                    done.adjustment().player().toString(),
                    done.result().word(),
                    done.detail());
        }
    }

    static AppliedAdjustmentsView of(
            AdjustmentRequestPart part, AdjustmentRun.Tally tally, List<RowResult> results) {
        return new AppliedAdjustmentsView(
                part.manifest().hash(),
                part.number(),
                tally.applied(),
                tally.refused(),
                tally.conflicts(),
                results.stream().map(Row::of).toList());
    }
}
