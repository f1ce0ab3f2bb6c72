package com.luckyfunatic.engine.raffle;

/**
 * Tickets with consecutive numbers that were bought together, as everybody may see them.
 *
 * @param first the number of the first one; the first ticket of a raffle has number 1
 * @param count how many, 1 or more
 * @param holder who holds them, under a name that means nothing outside this raffle ({@link
 *     RaffleSecrets#holder})
 */
public record TicketBlock(int first, int count, String holder) {
    /** Checks the ranges. */
    public TicketBlock {
        if (first < 1 || count < 1 || last(first, count) > RaffleDefinition.TICKETS_MAX) {
            throw new IllegalArgumentException("no tickets are " + count + " from " + first);
        }
    }

    private static long last(int first, int count) {
        return first + count - 1L;
    }

    /**
     * Returns its line in the list that is hashed: the first number, the count and the holder, with
     * one space between them and a line feed at the end.
     */
    public String line() {
        return first + " " + count + " " + holder + "\n";
    }

    /** Returns the number of the last one. */
    public int last() {
        return first + count - 1;
    }
}
