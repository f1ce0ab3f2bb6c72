package com.luckyfunatic.engine.prize;

import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.tournament.TournamentId;

/** What happened to a player's prizes. */
public sealed interface PrizeEvent extends GameEvent {
    /**
     * A prize was paid.
     *
     * @param tournament of which tournament
     * @param rank for which final rank
     * @param currency in what
     * @param paid what the player holds now
     * @param cut what did not fit below the balance cap, and is lost
     */
    record PrizePaid(TournamentId tournament, long rank, Currency currency, long paid, long cut)
            implements PrizeEvent {
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
