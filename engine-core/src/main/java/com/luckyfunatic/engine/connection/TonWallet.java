package com.luckyfunatic.engine.connection;

/**
 * A TON wallet whose owner has proven to be the player.
 *
 * @param connectedAtMillis when it was first proven without another in between, epoch milliseconds
 */
public record TonWallet(TonAddress address, long connectedAtMillis) {}
