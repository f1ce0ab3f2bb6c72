package com.luckyfunatic.server.support;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /support/catalog/releases/{number}/restore}.
 *
 * @param reason why; 1 to 500 characters, none of them a control character
 * @param activeFrom when it comes into force; null for at once
 * @param acceptLosses whether it comes back although players could lose something; null for no
 * @param dryRun whether nothing is to be published yet; null for no
 * @param expectedCurrent the release that it comes in the place of, which `replaces` has told; 0
 *     for none, null for any
 */
@Schema(example = "{\"reason\": \"prices of 8 are wrong\"}")
public record RestoreRequest(
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String reason,
        @Schema(format = "date-time") @Nullable String activeFrom,
        @Nullable Boolean acceptLosses,
        @Nullable Boolean dryRun,
        @Schema(minimum = "0") @Nullable Long expectedCurrent) {
    boolean acceptsLosses() {
        return acceptLosses != null && acceptLosses;
    }

    boolean isTrial() {
        return dryRun != null && dryRun;
    }
}
