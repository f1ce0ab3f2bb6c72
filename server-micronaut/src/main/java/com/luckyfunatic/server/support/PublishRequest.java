package com.luckyfunatic.server.support;

import com.luckyfunatic.server.error.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /support/catalog/releases}.
 *
 * @param document the catalog, in YAML
 * @param reason why; 1 to 500 characters, none of them a control character
 * @param activeFrom when it comes into force; null for at once
 * @param dryRun whether nothing is to be published yet; null for no
 * @param expectedCurrent the release that it comes in the place of, which `replaces` has told; 0
 *     for none, null for any
 */
@Schema(
        example =
                "{\"document\": \"version: \\\"2026.7\\\"\\n…\", \"reason\": \"summer prices\","
                        + " \"activeFrom\": \"2026-06-21T00:00:00Z\"}")
public record PublishRequest(
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String document,
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String reason,
        @Schema(format = "date-time") @Nullable String activeFrom,
        @Nullable Boolean dryRun,
        @Schema(minimum = "0") @Nullable Long expectedCurrent) {
    String checkedDocument() {
        if (document == null || document.isBlank()) {
            throw ProblemException.invalidField("document", "must be a catalog in YAML");
        }
        return document;
    }

    boolean isTrial() {
        return dryRun != null && dryRun;
    }
}
