package com.luckyfunatic.server.platform;

import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.server.error.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The account to link.
 *
 * @param accountId its name on the platform: 1 to 64 of the characters A–Z, a–z, 0–9, {@code .},
 *     {@code _}, {@code :} and {@code -}
 */
public record LinkAccountRequest(
        @Schema(
                        nullable = false,
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        example = "funtico-20931")
                @Nullable String accountId) {
    /**
     * The account that it names.
     *
     * @throws ProblemException when the field is missing, or cannot be an account's name
     */
    PlatformAccountId account() {
        try {
            return new PlatformAccountId(accountId == null ? "" : accountId);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalidField(
                    "accountId",
                    "must have 1 to "
                            + PlatformAccountId.LENGTH_MAX
                            + " of the characters A-Z, a-z, 0-9, '.', '_', ':' and '-'");
        }
    }
}
