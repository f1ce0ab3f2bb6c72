package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.player.PlayerId;

/**
 * A ticket that was drawn.
 *
 * @param place as which one, from 1
 * @param ticket its number
 * @param player whose it is
 * @param isPaid whether its prize is paid
 */
public record RaffleWinner(int place, int ticket, PlayerId player, boolean isPaid) {
    /** Returns it with its prize paid. */
    public RaffleWinner paid() {
        return new RaffleWinner(place, ticket, player, true);
    }
}
