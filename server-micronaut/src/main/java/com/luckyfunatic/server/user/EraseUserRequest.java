package com.luckyfunatic.server.user;

import com.luckyfunatic.server.error.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That the player means it.
 *
 * @param confirm the words {@value #WORDS}
 */
public record EraseUserRequest(
        @Schema(
                        nullable = false,
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        example = EraseUserRequest.WORDS)
                @Nullable String confirm) {
    /** What has to be sent, to the letter. */
    public static final String WORDS = "delete my account";

    /**
     * Checks the words.
     *
     * @throws ProblemException when they are others
     */
    void requireConfirmed() {
        if (!WORDS.equals(confirm)) {
            throw ProblemException.invalidField("confirm", "must be '" + WORDS + "'");
        }
    }
}
