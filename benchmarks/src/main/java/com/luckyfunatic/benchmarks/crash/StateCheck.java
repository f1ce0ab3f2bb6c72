package com.luckyfunatic.benchmarks.crash;

/** Holds what a player was answered to what is stored, in a quiet moment. Thread-safe. */
interface StateCheck {
    /** Takes note that nobody plays any more, until the next load begins. */
    default void quietBegins() {}

    /**
     * Checks one player, and tells {@code tally} what is wrong or lost.
     *
     * @param player with everything answered since the last quiet moment
     * @param now where the player stands
     * @param collected passive income that the look at {@code now} has collected
     */
    void check(CrashPlayer player, Place now, Collected collected, Tally tally);

    /** Checks once more, after the last round, what shows only in the whole. */
    default void checkWhole(CrashPlayer player, Tally tally) {}
}
