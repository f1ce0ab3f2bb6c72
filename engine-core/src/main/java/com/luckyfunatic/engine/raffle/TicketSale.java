package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.Answer;

/** What came of a purchase of tickets. */
public sealed interface TicketSale {
    /**
     * The player's command was decided, now or when it was first sent. Accepted: the tickets are
     * the player's. Otherwise none is.
     */
    record Decided(Answer answer) implements TicketSale {}

    /**
     * The raffle does not sell them. The player's command was not tried and nothing is known of the
     * operation, so that it may be tried again under the same id.
     */
    record NotSold(RaffleRefusal reason) implements TicketSale {}
}
