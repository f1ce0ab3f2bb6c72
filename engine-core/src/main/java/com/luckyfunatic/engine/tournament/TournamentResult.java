package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Currency;

/** What accepted commands on tournaments give back besides the new state. */
public sealed interface TournamentResult extends Result {
    /** An entry was paid for. */
    record EntryPaid(TournamentId tournament, Currency currency, long fee)
            implements TournamentResult {}
}
