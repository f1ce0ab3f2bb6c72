package com.luckyfunatic.engine.testkit.simulation;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A seed under which something did not hold. Immutable.
 *
 * @param result what came of it
 * @param shrunk a part of its faults that is enough
 */
public record SimulationFailure(SimulationResult result, List<Fault> shrunk) {
    /** Says what did not hold, what it takes, and how to see it again. */
    @Override
    public String toString() {
        String faults =
                shrunk.isEmpty()
                        ? "  without any fault"
                        : shrunk.stream()
                                .map(fault -> "  " + fault)
                                .collect(Collectors.joining("\n"));
        return "seed %d: %s%n%s%n  (%d of %d faults) again: benchmarks/run simulate --from %d --trace"
                .formatted(
                        result.seed(),
                        result.violation(),
                        faults,
                        shrunk.size(),
                        result.faults().size(),
                        result.seed());
    }
}
