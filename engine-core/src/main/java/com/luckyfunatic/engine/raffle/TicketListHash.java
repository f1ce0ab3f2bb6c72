package com.luckyfunatic.engine.raffle;

/**
 * Takes the list of all tickets in and gives its hash: SHA-256 over the lines of the blocks in the
 * order of their numbers ({@link TicketBlock#line}), in ASCII. Not thread-safe.
 */
public final class TicketListHash {
    private final Sha256 hash = new Sha256();
    private int tickets;

    /** Starts with no ticket. */
    public TicketListHash() {}

    /**
     * Adds the next block.
     *
     * @throws IllegalArgumentException when it does not begin with the next number
     */
    public void add(TicketBlock block) {
        if (block.first() != tickets + 1) {
            throw new IllegalArgumentException(
                    "ticket " + (tickets + 1) + " is missing before " + block.first());
        }
        hash.add(block.line());
        tickets = block.last();
    }

    /** Returns how many tickets were added. */
    public int tickets() {
        return tickets;
    }

    /** Returns the hash as 64 lower-case hexadecimal digits, and begins anew. */
    public String finish() {
        tickets = 0;
        return hash.finish();
    }
}
