package com.luckyfunatic.engine.raffle;

/**
 * Draws the winning tickets of a raffle from its seed and the hash of its ticket list. Pure: the
 * same seed and list give the same tickets everywhere.
 *
 * <p>For place i = 1, 2 … the number HMAC-SHA256(seed, listHash ":" i), unsigned and big-endian,
 * modulo the number of tickets left is the position, from 0, of the winner among them in the order
 * of their numbers. The winner is then taken out.
 */
public final class RaffleDraw {
    private RaffleDraw() {}

    /**
     * Returns the numbers of the winning tickets, in the order of the places.
     *
     * @param seed 64 hexadecimal digits
     * @param listHash what {@link TicketListHash} gives for the tickets
     * @param tickets how many there are, 0 to {@link RaffleDefinition#TICKETS_MAX}
     * @param winners how many are drawn, 0 or more; all tickets win when there are fewer
     */
    public static int[] draw(String seed, String listHash, int tickets, int winners) {
        if (tickets < 0 || tickets > RaffleDefinition.TICKETS_MAX || winners < 0) {
            throw new IllegalArgumentException("cannot draw " + winners + " of " + tickets);
        }
        Sha256.Keyed keyed = new Sha256.Keyed(seed);
        TicketsLeft left = new TicketsLeft(tickets);
        int[] drawn = new int[Math.min(winners, tickets)];
        for (int i = 0; i < drawn.length; i++) {
            byte[] number = keyed.of(listHash + ":" + (i + 1));
            drawn[i] = left.take(remainder(number, tickets - i));
        }
        return drawn;
    }

    /** Returns the unsigned big-endian {@code number} modulo {@code divisor}. */
    private static int remainder(byte[] number, int divisor) {
        long rest = 0;
        for (byte digit : number) {
            // Below 2^20 before each step: nothing overflows.
            rest = (rest << Byte.SIZE | Byte.toUnsignedInt(digit)) % divisor;
        }
        return (int) rest;
    }

    /** The tickets that are not drawn, as a tree of counts: taking one is logarithmic. */
    private static final class TicketsLeft {
        private final int[] counts;
        private final int highest;

        TicketsLeft(int tickets) {
            counts = new int[tickets + 1];
            for (int i = 1; i <= tickets; i++) {
                counts[i] = i & -i;
            }
            highest = Integer.highestOneBit(tickets);
        }

        /** Takes the ticket at {@code position}, from 0, out of those left; returns its number. */
        int take(int position) {
            int at = 0;
            int before = position;
            for (int step = highest; step > 0; step >>= 1) {
                int next = at + step;
                if (next < counts.length && counts[next] <= before) {
                    at = next;
                    before -= counts[next];
                }
            }
            int ticket = at + 1;
            for (int i = ticket; i < counts.length; i += i & -i) {
                counts[i]--;
            }
            return ticket;
        }
    }
}
