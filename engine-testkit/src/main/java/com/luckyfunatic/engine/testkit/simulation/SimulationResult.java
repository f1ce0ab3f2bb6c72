package com.luckyfunatic.engine.testkit.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a simulation. Immutable.
 *
 * @param seed which one it was
 * @param faults what was to go wrong
 * @param violation what did not hold; null when all did
 * @param traceHash of everything that happened, in order: equal for equal executions
 * @param steps how many calls of stores there were
 * @param happened how many of the faults met their opportunity
 * @param accepted how many operations players know to have been carried out
 * @param lost how many changes were acknowledged and lost, as declared
 */
public record SimulationResult(
        long seed,
        List<Fault> faults,
        @Nullable String violation,
        long traceHash,
        long steps,
        int happened,
        int accepted,
        int lost) {
    /** Whether all held. */
    public boolean isClean() {
        return violation == null;
    }
}
