package com.luckyfunatic.server.support;

import com.luckyfunatic.server.error.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /support/plans/{planId}/execute}.
 *
 * @param planHash that of the plan that was seen
 */
@Schema(
        example =
                "{\"planHash\":"
                        + " \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"}")
public record ExecuteRequest(
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String planHash) {
    String checkedHash() {
        if (planHash == null || planHash.isEmpty()) {
            throw ProblemException.invalidField("planHash", "must be a text and not empty");
        }
        return planHash;
    }
}
