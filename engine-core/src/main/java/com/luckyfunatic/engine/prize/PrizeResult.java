package com.luckyfunatic.engine.prize;

import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.tournament.TournamentId;

/** What an accepted command about prizes gives back. */
public sealed interface PrizeResult extends Result {
    /**
     * A prize was paid.
     *
     * @param tournament of which tournament
     * @param rank for which final rank
     * @param currency in what
     * @param paid what the player holds now
     * @param cut what did not fit below the balance cap, and is lost
     */
    record PrizeReceived(TournamentId tournament, long rank, Currency currency, long paid, long cut)
            implements PrizeResult {}
}
