package com.luckyfunatic.server.support;

import com.luckyfunatic.server.error.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /support/catalog/plans}.
 *
 * @param action {@code publish}, {@code restore} or {@code cancel}
 * @param document the catalog, in YAML; of {@code publish} only
 * @param number which release; of {@code restore}, whose content comes back, and of {@code cancel}
 * @param activeFrom when it comes into force; null for at once
 * @param acceptLosses whether it is released although players could lose something; null for no
 * @param reasonCode {@code lost_reward}, {@code compensation}, {@code goodwill}, {@code
 *     correction}, {@code abuse}, {@code security} or {@code other}
 * @param reason why, for those who read the list of releases; 1 to 150 characters, none of them a
 *     control character
 */
@Schema(
        example =
                "{\"action\": \"publish\", \"document\": \"version: \\\"2026.7\\\"\\n…\","
                        + " \"activeFrom\": \"2026-06-21T00:00:00Z\", \"reasonCode\": \"other\","
                        + " \"reason\": \"summer prices\"}")
public record ContentPlanRequest(
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String action,
        @Nullable String document,
        @Schema(minimum = "1") @Nullable Long number,
        @Schema(format = "date-time") @Nullable String activeFrom,
        @Nullable Boolean acceptLosses,
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String reasonCode,
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String reason) {
    /** The document of new content. */
    String checkedDocument() {
        if (document == null || document.isBlank()) {
            throw ProblemException.invalidField("document", "must be a catalog in YAML");
        }
        return document;
    }

    /** The number of the release that is meant. */
    long checkedNumber() {
        if (number == null || number < 1) {
            throw ProblemException.invalidField("number", "must be the number of a release");
        }
        return number;
    }

    /** When it comes into force, epoch milliseconds; 0 for at once. */
    long activeFromMillis() {
        if (activeFrom == null) {
            return 0;
        }
        try {
            long millis = Instant.parse(activeFrom).toEpochMilli();
            if (millis > 0) {
                return millis;
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            // As what is before 1970.
        }
        throw ProblemException.invalidField(
                "activeFrom", "must be a moment such as 2026-12-24T00:00:00Z");
    }

    boolean acceptsLosses() {
        return acceptLosses != null && acceptLosses;
    }

    /** The word for why. */
    String checkedReasonCode() {
        return PlanReason.code(reasonCode);
    }

    /** Why, as it is recorded. */
    String words() {
        return PlanReason.words(reasonCode, reason);
    }
}
