package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.reward.Reward;

/** What raffles give back. */
public sealed interface RaffleResult extends Result {
    /** {@code paid} was paid for {@code quantity} tickets together. */
    record TicketsBought(RaffleId raffle, int quantity, Currency currency, long paid)
            implements RaffleResult {}

    /** The prize of {@code place} was paid, as far as it could be held. */
    record RafflePrizeReceived(RaffleId raffle, int place, Reward paid) implements RaffleResult {}
}
