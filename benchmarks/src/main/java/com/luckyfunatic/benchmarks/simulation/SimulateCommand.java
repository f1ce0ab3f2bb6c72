package com.luckyfunatic.benchmarks.simulation;

import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.engine.testkit.simulation.Simulation;
import com.luckyfunatic.engine.testkit.simulation.SimulationFailure;
import com.luckyfunatic.engine.testkit.simulation.SimulationResult;
import com.luckyfunatic.engine.testkit.simulation.SimulationSummary;
import com.luckyfunatic.engine.testkit.simulation.Simulations;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the game in simulation. Ends with 1 when any promise was broken under any seed. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Runs the game in one thread on stores that fail, under many seeds.")
public final class SimulateCommand implements Callable<Integer> {
    private static final int SEEDS_WHEN_QUICK = 200;
    private static final int SEEDS_PER_LINE = 5_000;

    @Mixin private RunOptions options = new RunOptions();

    @Option(names = "--seeds", defaultValue = "100000", description = "Default: ${DEFAULT-VALUE}")
    private int seeds;

    @Option(
            names = "--from",
            defaultValue = "1",
            description = "The first seed. Default: ${DEFAULT-VALUE}")
    private long from;

    @Option(
            names = "--trace",
            description = "Prints every step of the first seed, and runs no other.")
    private boolean trace;

    @Override
    public Integer call() throws IOException {
        return trace ? trace() : simulate();
    }

    private int trace() {
        Simulation simulation = new Simulation(from, System.out::println);
        simulation.faults().forEach(System.out::println);
        SimulationResult result = simulation.run();
        System.out.println(result);
        return result.isClean() ? 0 : 1;
    }

    private int simulate() throws IOException {
        RunDirectory directory = options.start("simulate");
        AtomicLong done = new AtomicLong();
        SimulationSummary summary =
                new Simulations()
                        .run(from, options.choose(seeds, SEEDS_WHEN_QUICK), _ -> report(done));
        directory.write(RunDirectory.RESULT_FILE, summary);
        System.out.printf(
                "%d seeds from %d on: %d steps, %d faults, %d operations answered, %d soft changes"
                        + " lost under %d seeds: %d violations%n",
                summary.seeds(),
                from,
                summary.steps(),
                summary.faults(),
                summary.accepted(),
                summary.lost(),
                summary.seedsWithLoss(),
                summary.violations());
        summary.failures().stream().map(SimulationFailure::toString).forEach(System.out::println);
        System.out.println("raw results: " + directory);
        return summary.violations() == 0 ? 0 : 1;
    }

    private static void report(AtomicLong done) {
        long count = done.incrementAndGet();
        if (count % SEEDS_PER_LINE == 0) {
            System.out.println(count + " seeds");
        }
    }
}
