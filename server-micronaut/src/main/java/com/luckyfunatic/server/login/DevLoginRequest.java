package com.luckyfunatic.server.login;

import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.server.error.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The Telegram account that a developer wants to be.
 *
 * @param telegramId 1 to 2^52
 * @param firstName what players see
 * @param startParam the word of the link that was followed, such as who invited the player
 * @param premium whether the account has Telegram Premium
 */
public record DevLoginRequest(
        @Schema(minimum = "1", maximum = "4503599627370496", example = "1001") long telegramId,
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED, example = "Ada")
                @Nullable String firstName,
        @Schema(example = "ref_1000") @Nullable String startParam,
        @Nullable Boolean premium) {
    private static final int FIRST_NAME_LENGTH_MAX = 64;

    /**
     * Returns the name, checked together with the id.
     *
     * @throws ProblemException when a field is missing or out of range
     */
    String checkedFirstName() {
        if (telegramId < 1 || telegramId > TelegramAccount.TELEGRAM_ID_MAX) {
            throw ProblemException.invalidField(
                    "telegramId",
                    "must be a whole number from 1 to " + TelegramAccount.TELEGRAM_ID_MAX);
        }
        if (firstName == null
                || firstName.isBlank()
                || firstName.length() > FIRST_NAME_LENGTH_MAX) {
            throw ProblemException.invalidField(
                    "firstName", "must have 1 to " + FIRST_NAME_LENGTH_MAX + " characters");
        }
        return firstName;
    }
}
