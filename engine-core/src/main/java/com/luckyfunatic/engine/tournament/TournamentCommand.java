package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;

/**
 * The player's part of taking part in tournaments. Whether there is a seat is not decided by these:
 * {@link TournamentEntries} and {@link TournamentRefunds} send them.
 */
public sealed interface TournamentCommand extends Command {
    @Override
    default Durability durability() {
        return Durability.HARD;
    }

    /**
     * Pays for an entry.
     *
     * @param fee what it costs, 0 for nothing
     */
    record Enter(TournamentId tournament, Currency currency, long fee)
            implements TournamentCommand {
        /** Checks the range. */
        public Enter {
            Amounts.require("fee", fee);
        }

        @Override
        public boolean gives(Result result) {
            return result.equals(new TournamentResult.EntryPaid(tournament, currency, fee));
        }
    }

    /**
     * Gives the fee of an entry back.
     *
     * @param amount what was paid, 0 for nothing
     */
    record Refund(TournamentId tournament, Currency currency, long amount)
            implements TournamentCommand {
        /** Checks the range. */
        public Refund {
            Amounts.require("amount", amount);
        }
    }
}
