package com.luckyfunatic.engine.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.testkit.simulation.Fault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final int SEEDS = 2_000;

    /** How many seeds each build runs; more find more. */
    @Test
    void every_promise_is_kept_under_every_seed() {
        SimulationSummary summary = new Simulations().run(1, SEEDS, _ -> {});

        assertThat(summary.failures()).isEmpty();
        assertThat(summary.seeds()).isEqualTo(SEEDS);
        assertThat(summary.faults()).as("faults that happened").isGreaterThan(5 * SEEDS);
        assertThat(summary.accepted()).as("operations").isGreaterThan(20 * SEEDS);
        assertThat(summary.seedsWithLoss()).as("seeds with a loss").isGreaterThan(SEEDS / 5);
        assertThat(summary.lost()).isGreaterThan(summary.seedsWithLoss());
    }

    @Test
    void one_seed_is_one_execution() {
        for (long seed = 1; seed <= 50; seed++) {
            List<String> first = new ArrayList<>();
            List<String> second = new ArrayList<>();

            SimulationResult result = new Simulation(seed, first::add).run();

            assertThat(new Simulation(seed, second::add).run()).isEqualTo(result);
            assertThat(second).isEqualTo(first).hasSizeGreaterThan(100);
            assertThat(new Simulation(seed).run()).isEqualTo(result);
        }
    }

    @Test
    void each_seed_is_another_execution() {
        assertThat(
                        LongStream.rangeClosed(1, 100)
                                .map(seed -> new Simulation(seed).run().traceHash())
                                .distinct())
                .hasSize(100);
    }

    @Test
    void without_faults_nothing_is_lost() {
        SimulationResult result = new Simulation(1).run(List.of());

        assertThat(result.isClean()).isTrue();
        assertThat(result.happened()).isZero();
        assertThat(result.lost()).isZero();
    }

    @Test
    void all_kinds_of_faults_are_drawn() {
        Set<Kind> kinds =
                LongStream.rangeClosed(1, 100)
                        .boxed()
                        .flatMap(seed -> new Simulation(seed).faults().stream())
                        .map(Fault::kind)
                        .collect(Collectors.toSet());

        assertThat(kinds).containsExactlyInAnyOrder(Kind.values());
    }
}
