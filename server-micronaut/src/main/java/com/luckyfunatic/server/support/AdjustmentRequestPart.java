package com.luckyfunatic.server.support;

import com.luckyfunatic.operations.adjust.AdjustmentFile;
import com.luckyfunatic.operations.adjust.AdjustmentManifest;
import com.luckyfunatic.operations.adjust.RowProblem;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file of adjustments that was sent together with the manifest of the whole file.
 *
 * @param number which of the parts, the first being 1
 * @param read the rows as they were understood
 */
record AdjustmentRequestPart(AdjustmentManifest manifest, int number, AdjustmentFile read) {
    /**
     * Understands what was sent.
     *
     * @throws ProblemException when a field is missing or cannot be
     */
    static AdjustmentRequestPart of(
            @Nullable List<@Nullable AdjustmentPartBody> parts,
            @Nullable Integer number,
            @Nullable String rows) {
        AdjustmentManifest manifest = AdjustmentPartBody.manifest(parts);
        if (number == null || number < 1 || number > manifest.parts().size()) {
            throw ProblemException.invalidField(
                    "part", "must be 1 to " + manifest.parts().size() + ", as many as there are");
        }
        if (rows == null || rows.isEmpty()) {
            throw ProblemException.invalidField("rows", "must be CSV, with the header");
        }
        return new AdjustmentRequestPart(manifest, number, AdjustmentFile.ofPart(rows));
    }

    /**
     * Makes sure that the rows are in order and those of the manifest: then no more is moved than
     * was approved and is counted.
     *
     * @throws ProblemException when they are not
     */
    void requireRight() {
        if (!read.problems().isEmpty()) {
            throw wrong(read.problems().stream().map(RowProblem::toString).toList());
        }
        manifest.mismatch(number - 1, read)
                .ifPresent(mismatch -> {
                    throw wrong(List.of(mismatch));
                });
    }

    private static ProblemException wrong(List<String> problems) {
        return new ProblemException(
                        ProblemCode.ADJUSTMENTS_INVALID,
                        ProblemCode.ADJUSTMENTS_INVALID.description())
                .with(Map.of("problems", problems));
    }

    /** Returns which part it is, in words for the record. */
    String words() {
        return "part "
                + number
                + " of "
                + manifest.parts().size()
                + ", "
                + read.rows().size()
                + " rows";
    }
}
