package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.reward.Reward;

/** Commands on raffles: the player's part of them. */
public sealed interface RaffleCommand extends Command {
    @Override
    default Durability durability() {
        return Durability.HARD;
    }

    /**
     * Pays for tickets that are held for the player.
     *
     * @param quantity how many, 1 to {@link #QUANTITY_MAX}
     * @param expectedPrice the price of one that the player saw; any other one is refused
     * @param terms on what terms the raffle sells
     */
    record BuyTickets(RaffleId raffle, int quantity, long expectedPrice, RaffleTerms terms)
            implements RaffleCommand {
        /** The most that can be bought at once. */
        public static final int QUANTITY_MAX = 100;

        /** Checks the ranges. */
        public BuyTickets {
            Amounts.require("expectedPrice", expectedPrice);
            if (quantity < 1 || quantity > QUANTITY_MAX) {
                throw new IllegalArgumentException(
                        "quantity must be 1 to " + QUANTITY_MAX + ", was " + quantity);
            }
        }

        @Override
        public boolean gives(Result result) {
            return result instanceof RaffleResult.TicketsBought bought
                    && bought.raffle().equals(raffle)
                    && bought.quantity() == quantity;
        }
    }

    /**
     * Pays what a drawn ticket has won. It is never refused: what the player cannot hold is cut.
     *
     * @param place as which one the ticket was drawn, from 1
     * @param ticket the number of the ticket
     * @param prize what it has won
     */
    record PayRafflePrize(RaffleId raffle, int place, int ticket, Reward prize)
            implements RaffleCommand {}

    /**
     * Gives back what tickets of a cancelled raffle cost. It is never refused: what the player
     * cannot hold is cut.
     *
     * @param first the number of the first of them
     * @param quantity how many they are
     * @param amount what was paid for them together, 0 for nothing
     */
    record RefundTickets(RaffleId raffle, int first, int quantity, Currency currency, long amount)
            implements RaffleCommand {
        /** Checks the range. */
        public RefundTickets {
            Amounts.require("amount", amount);
        }
    }
}
