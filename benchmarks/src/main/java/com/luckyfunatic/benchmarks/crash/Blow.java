package com.luckyfunatic.benchmarks.crash;

import java.io.IOException;

/**
 * What is done to the game under load.
 *
 * @param <S> what it is done to
 */
interface Blow<S extends Stage> {
    /**
     * Strikes, and returns when what was struck runs again, or could.
     *
     * @param phases to be told when it begins and ends
     */
    void strike(S stage, Phases phases) throws IOException, InterruptedException;

    /** Whether nobody answers from then on, so that the load ends at once. */
    default boolean endsLoad() {
        return false;
    }
}
