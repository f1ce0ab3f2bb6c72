package com.luckyfunatic.benchmarks.crash;

import org.jspecify.annotations.Nullable;

/**
 * What a client was told about an operation.
 *
 * @param digest equal for answers that say the same
 * @param repeated whether the server took the request for the repeat of one it had carried out
 * @param step the change that it made; null when it was refused
 */
record Outcome(String digest, boolean repeated, @Nullable Step step) {
    /**
     * A change as its own answer tells it.
     *
     * @param after where the player stood right after it
     * @param funzDelta what it paid or cost
     * @param jokersDelta the same in jokers, without the reward for a rank reached by it
     * @param price what was paid for it, in either currency; 0 for nothing
     */
    record Step(Place after, long funzDelta, long jokersDelta, long price) {
        /** A change that cost nothing. */
        Step(Place after, long funzDelta, long jokersDelta) {
            this(after, funzDelta, jokersDelta, 0);
        }
    }
}
