package com.luckyfunatic.server.telegram;

import java.time.Duration;
import java.util.List;

/**
 * Whose login data is accepted and how old it may be.
 *
 * @param tokens bots whose secret is known; their login data is checked by HMAC
 * @param thirdPartyBotIds bots whose secret is not known; theirs is checked by Telegram's own
 *     signature
 * @param environment the world whose public key Telegram's signatures are checked with
 * @param maxAge oldest accepted signature
 */
public record InitDataPolicy(
        List<BotToken> tokens,
        List<Long> thirdPartyBotIds,
        TelegramEnvironment environment,
        Duration maxAge) {
    /** How far a signature may lie ahead of this machine's clock. */
    public static final Duration FUTURE_SKEW_MAX = Duration.ofSeconds(60);

    /** Copies the lists and rejects a maximum age that is not positive. */
    public InitDataPolicy {
        tokens = List.copyOf(tokens);
        thirdPartyBotIds = List.copyOf(thirdPartyBotIds);
        if (!maxAge.isPositive()) {
            throw new IllegalArgumentException("maximum age must be positive: " + maxAge);
        }
    }
}
