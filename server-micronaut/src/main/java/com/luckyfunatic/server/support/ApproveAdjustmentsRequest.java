package com.luckyfunatic.server.support;

import com.luckyfunatic.operations.adjust.AdjustmentManifest;
import com.luckyfunatic.server.error.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /support/adjustments/approve}.
 *
 * @param manifest the parts of the whole file, in their order
 * @param reason why; 1 to 500 characters, none of them a control character
 */
@Schema(
        example =
                "{\"manifest\": [{\"sha256\":"
                        + " \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\","
                        + " \"moves\": {\"jokers\": 5000, \"players\": 1}}], \"reason\": \"ticket"
                        + " 81\"}")
public record ApproveAdjustmentsRequest(
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable List<@Nullable AdjustmentPartBody> manifest,
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String reason) {
    private static final int REASON_LENGTH_MAX = 500;

    AdjustmentManifest checkedManifest() {
        return AdjustmentPartBody.manifest(manifest);
    }

    String checkedReason() {
        return checked(reason);
    }

    /**
     * Returns why a file is approved or carried out.
     *
     * @throws ProblemException when that is not said
     */
    static String checked(@Nullable String reason) {
        if (reason == null
                || reason.isBlank()
                || reason.length() > REASON_LENGTH_MAX
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalidField(
                    "reason",
                    "must have 1 to "
                            + REASON_LENGTH_MAX
                            + " characters, none of them a control character");
        }
        return reason;
    }
}
