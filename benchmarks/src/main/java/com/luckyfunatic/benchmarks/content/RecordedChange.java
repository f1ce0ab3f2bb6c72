package com.luckyfunatic.benchmarks.content;

/**
 * A change of a player as it is recorded.
 *
 * @param sequence which one of the player
 * @param atMillis when it was made, epoch milliseconds
 * @param version the content that it names
 * @param price what was paid for a level of a card; {@link #NOTHING} when none was bought
 */
record RecordedChange(long sequence, long atMillis, String version, long price) {
    /** The price of what is no purchase. */
    static final long NOTHING = -1;

    boolean isPurchase() {
        return price != NOTHING;
    }
}
