package com.luckyfunatic.engine.testkit.simulation;

/**
 * Which state of a player it is.
 *
 * @param generation of the hot store: each loss begins another
 * @param epoch how often the player was loaded into the hot store: the fencing token of all writes
 * @param sequence of the state
 */
record Version(long generation, long epoch, long sequence) {
    Version next(long newSequence) {
        return new Version(generation, epoch, newSequence);
    }
}
