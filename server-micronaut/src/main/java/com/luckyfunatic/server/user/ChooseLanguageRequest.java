package com.luckyfunatic.server.user;

import com.luckyfunatic.engine.player.LanguageTag;
import com.luckyfunatic.server.error.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The language that is chosen.
 *
 * @param language an IETF language tag, whatever its case; null for that of the Telegram account
 */
public record ChooseLanguageRequest(
        @Schema(example = "pt-br", maxLength = LanguageTag.LENGTH_MAX) @Nullable String language) {
    /**
     * Returns the tag, null for none.
     *
     * @throws ProblemException when it is no language tag
     */
    @Nullable LanguageTag tag() {
        if (language == null) {
            return null;
        }
        try {
            return LanguageTag.parse(language);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalidField(
                    "language", "must be a language tag such as pt or pt-br, or null");
        }
    }
}
