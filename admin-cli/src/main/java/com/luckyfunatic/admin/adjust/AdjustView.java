package com.luckyfunatic.admin.adjust;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.operations.adjust.AdjustmentRun;
import com.luckyfunatic.operations.adjust.RowProblem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of a file of adjustments. */
final class AdjustView {
    /** What whoever moves much has to do. */
    static final String ANOTHER_APPROVES =
            "Another person approves it with --approve; name them by --approved-by.";

    private static final ObjectMapper JSON = new ObjectMapper();

    private AdjustView() {}

    /**
     * @param tally null when nothing was carried out
     * @param results null when there are none
     */
    static String json(
            int rows,
            List<RowProblem> problems,
            AdjustmentRun.@Nullable Tally tally,
            @Nullable Path results) {
        ObjectNode node = JSON.createObjectNode();
        node.put("rows", rows);
        ArrayNode list = node.putArray("problems");
        for (RowProblem each : problems) {
            list.addObject()
                    .put("row", each.row())
                    .put("column", each.column())
                    .put("reason", each.reason());
        }
        if (tally != null) {
            node.put("applied", tally.applied());
            node.put("refused", tally.refused());
            node.put("conflicts", tally.conflicts());
        }
        if (results != null) {
            node.put("results", results.toString());
        }
        return node.toString();
    }

    static String text(AdjustmentRun.Tally tally, Path results) {
        return tally.applied()
                + " applied, "
                + tally.refused()
                + " refused, "
                + tally.conflicts()
                + " under an operation id of something else; one result per row in "
                + results;
    }
}
