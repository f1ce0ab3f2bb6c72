package com.luckyfunatic.engine.testkit.simulation;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Runs many seeds, as many at once as there are processors; each is one thread's alone. */
public final class Simulations {
    private static final int FAILURES_MAX = 5;

    private final LongFunction<Simulation> simulations;

    /** The simulations of the game as it is. */
    public Simulations() {
        this(Simulation::new);
    }

    Simulations(LongFunction<Simulation> simulations) {
        this.simulations = simulations;
    }

    /**
     * Runs {@code count} seeds from {@code from} on.
     *
     * @param each gets the result of each seed, in no order, by many threads at once
     */
    public SimulationSummary run(long from, long count, Consumer<SimulationResult> each) {
        List<SimulationResult> results =
                LongStream.range(from, from + count)
                        .parallel()
                        .mapToObj(seed -> simulations.apply(seed).run())
                        .peek(each)
                        .map(Simulations::withoutFaultsIfClean)
                        .toList();
        return new SimulationSummary(
                count,
                results.stream().mapToLong(SimulationResult::steps).sum(),
                results.stream().mapToLong(SimulationResult::happened).sum(),
                results.stream().mapToLong(SimulationResult::accepted).sum(),
                results.stream().mapToLong(SimulationResult::lost).sum(),
                results.stream().filter(result -> result.lost() > 0).count(),
                results.stream().filter(result -> !result.isClean()).count(),
                results.stream()
                        .filter(result -> !result.isClean())
                        .limit(FAILURES_MAX)
                        .map(this::failure)
                        .toList());
    }

    /** Many seeds take little room. */
    private static SimulationResult withoutFaultsIfClean(SimulationResult result) {
        return result.isClean()
                ? new SimulationResult(
                        result.seed(),
                        List.of(),
                        null,
                        result.traceHash(),
                        result.steps(),
                        result.happened(),
                        result.accepted(),
                        result.lost())
                : result;
    }

    private SimulationFailure failure(SimulationResult result) {
        Simulation simulation = simulations.apply(result.seed());
        return new SimulationFailure(
                result,
                Shrinker.shrink(result.faults(), faults -> !simulation.run(faults).isClean()));
    }
}
