package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.player.PlayerId;

/**
 * Tickets with consecutive numbers that were paid for together.
 *
 * @param first the number of the first one, from 1
 * @param count how many, 1 or more
 * @param player whose they are
 */
public record SoldTickets(int first, int count, PlayerId player) {
    /** Returns them as everybody may see them. */
    public TicketBlock published(Raffle raffle) {
        return new TicketBlock(first, count, raffle.secrets().holder(raffle.id(), player));
    }

    /** Returns the number of the last one. */
    public int last() {
        return first + count - 1;
    }
}
