package com.luckyfunatic.engine.connection;

import org.jspecify.annotations.Nullable;

/**
 * What a player has connected outside the game.
 *
 * @param ton the TON wallet; null for none
 * @param exchange the exchange; null for none
 * @param usedUntilMillis challenges made up to this moment, epoch milliseconds, are used up
 */
public record ConnectionState(
        @Nullable TonWallet ton, @Nullable ChosenExchange exchange, long usedUntilMillis) {
    /** Nothing. */
    public static final ConnectionState NONE = new ConnectionState(null, null, 0);
}
