package com.luckyfunatic.benchmarks.crash;

import java.io.IOException;
import java.util.List;

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
     * @throws IllegalStateException when it hit nothing
     */
    void strike(S stage, Phases phases) throws IOException, InterruptedException;

    /**
     * What must have been answered for a round with this blow to show anything, besides changes
     * before it and after it.
     */
    default List<Sight> sights() {
        return List.of();
    }

    /** Answers of one kind to what was sent in one phase. */
    record Sight(Phases.Phase phase, Phases.Kind kind) {
        boolean isIn(Phases phases) {
            return phases.hasAny(phase, kind);
        }
    }

    /** Whether nobody answers from then on, so that the load ends at once. */
    default boolean endsLoad() {
        return false;
    }
}
