package com.luckyfunatic.benchmarks.crash;

/**
 * The passive income that a look at the game has collected.
 *
 * @param funz whole funz; a fraction stays for the next time
 * @param millis for how long; the look was a change exactly if this is more than 0
 */
record Collected(long funz, long millis) {
    /** Of a look that changed nothing. */
    static final Collected NOTHING = new Collected(0, 0);

    /** How many changes the look has made. */
    long changes() {
        return millis > 0 ? 1 : 0;
    }
}
