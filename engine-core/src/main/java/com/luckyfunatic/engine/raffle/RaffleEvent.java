package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.reward.Reward;

/** What happened to a player in raffles. */
public sealed interface RaffleEvent extends GameEvent {
    /** {@code paid} was paid for {@code quantity} tickets together. */
    record TicketsPaid(RaffleId raffle, int quantity, Currency currency, long paid)
            implements RaffleEvent {
        @Override
        public long funzDelta() {
            return currency == Currency.FUNZ ? -paid : 0;
        }

        @Override
        public long jokersDelta() {
            return currency == Currency.JOKERS ? -paid : 0;
        }
    }

    /**
     * What {@code quantity} tickets from number {@code first} on had cost was given back.
     *
     * @param paid what the player holds again
     * @param cut what did not fit below the balance cap, and is lost
     */
    record TicketsRefunded(
            RaffleId raffle, int first, int quantity, Currency currency, long paid, long cut)
            implements RaffleEvent {
        @Override
        public long funzDelta() {
            return currency == Currency.FUNZ ? paid : 0;
        }

        @Override
        public long jokersDelta() {
            return currency == Currency.JOKERS ? paid : 0;
        }
    }

    /**
     * A ticket has won.
     *
     * @param place as which one it was drawn, from 1
     * @param ticket its number
     * @param paid what of its prize the player got
     * @param cut the rest, which could not be held
     */
    record RafflePrizeWon(RaffleId raffle, int place, int ticket, Reward paid, Reward cut)
            implements RaffleEvent {
        @Override
        public long funzDelta() {
            return paid.funz();
        }

        @Override
        public long jokersDelta() {
            return paid.jokers();
        }
    }
}
