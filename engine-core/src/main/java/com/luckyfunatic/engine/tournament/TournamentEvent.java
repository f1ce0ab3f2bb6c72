package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.amount.Currency;

/** What taking part in tournaments did to a player. */
public sealed interface TournamentEvent extends GameEvent {
    /**
     * An entry was paid for.
     *
     * @param fee what was paid, 0 for nothing
     */
    record TournamentEntered(TournamentId tournament, Currency currency, long fee)
            implements TournamentEvent {
        @Override
        public long funzDelta() {
            return currency == Currency.FUNZ ? -fee : 0;
        }

        @Override
        public long jokersDelta() {
            return currency == Currency.JOKERS ? -fee : 0;
        }
    }

    /**
     * The fee of an entry was given back.
     *
     * @param paid what the player holds again
     * @param cut what did not fit below the balance cap, and is lost
     */
    record TournamentRefunded(TournamentId tournament, Currency currency, long paid, long cut)
            implements TournamentEvent {
        @Override
        public long funzDelta() {
            return currency == Currency.FUNZ ? paid : 0;
        }

        @Override
        public long jokersDelta() {
            return currency == Currency.JOKERS ? paid : 0;
        }
    }
}
