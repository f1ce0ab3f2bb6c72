package com.luckyfunatic.engine.prize;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.tournament.TournamentId;

/** Commands about prizes. */
public sealed interface PrizeCommand extends Command {
    /**
     * Pays a player the prize of a tournament.
     *
     * @param tournament which tournament
     * @param rank the player's final rank, at least 1
     * @param currency in what it is paid
     * @param amount how much, 1 to {@link Amounts#MAX}
     */
    record PayPrize(TournamentId tournament, long rank, Currency currency, long amount)
            implements PrizeCommand {
        /** Checks the ranges. */
        public PayPrize {
            if (rank < 1) {
                throw new IllegalArgumentException("a rank is positive, was " + rank);
            }
            if (Amounts.require("amount", amount) == 0) {
                throw new IllegalArgumentException("a prize must be something");
            }
        }

        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }
}
