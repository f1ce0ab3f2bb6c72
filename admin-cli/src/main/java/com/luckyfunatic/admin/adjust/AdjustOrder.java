package com.luckyfunatic.admin.adjust;

import com.luckyfunatic.operations.adjust.AdjustmentFile;
import com.luckyfunatic.operations.adjust.FileApprovals;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with which file.
 *
 * @param reason why, for the record
 * @param approver who is said to have approved it; null for nobody
 * @param givenResults where results are written; null for beside the file
 */
record AdjustOrder(
        Path file, String reason, Aim aim, @Nullable String approver, @Nullable Path givenResults) {
    /** What is to be done with it. */
    enum Aim {
        /** Every row is looked at. */
        CHECK,
        /** Every row is looked at, and somebody else may carry it out. */
        APPROVE,
        /** Every row is carried out. */
        APPLY
    }

    /** Under which word it is recorded. */
    String action() {
        return aim == Aim.APPROVE ? FileApprovals.APPROVE : FileApprovals.ADJUST;
    }

    /**
     * Where results are written: of the same file the same place, so that one way goes on with what
     * the other has begun.
     */
    Path results(AdjustmentFile read) {
        return givenResults == null
                ? file.resolveSibling(file.getFileName() + "." + read.mark() + ".results.csv")
                : givenResults;
    }
}
