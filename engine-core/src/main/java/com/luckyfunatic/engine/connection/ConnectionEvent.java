package com.luckyfunatic.engine.connection;

import com.luckyfunatic.engine.GameEvent;

/** What happened to what a player connects outside the game. */
public sealed interface ConnectionEvent extends GameEvent {
    /**
     * A TON wallet was connected.
     *
     * @param challengedAtMillis when the challenge was made that is now used up, epoch milliseconds
     * @param atMillis when, epoch milliseconds
     */
    record TonWalletConnected(TonAddress address, long challengedAtMillis, long atMillis)
            implements ConnectionEvent {}

    /**
     * An exchange was chosen.
     *
     * @param atMillis when, epoch milliseconds
     */
    record ExchangeChosen(ExchangeId exchange, long atMillis) implements ConnectionEvent {}
}
