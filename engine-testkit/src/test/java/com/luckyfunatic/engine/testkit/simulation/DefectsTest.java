package com.luckyfunatic.engine.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the simulator finds what it is made to find, with fewer seeds than the build runs. */
class DefectsTest {
    private static final int SEEDS = 2_000;

    @ParameterizedTest
    @EnumSource
    void a_planted_defect_is_found_and_its_faults_are_shrunk(Defect defect) {
        Optional<SimulationResult> found =
                LongStream.rangeClosed(1, SEEDS)
                        .parallel()
                        .mapToObj(seed -> simulation(defect, seed).run())
                        .filter(result -> !result.isClean())
                        .findFirst();

        assertThat(found).as("one of %s seeds finds %s", SEEDS, defect).isPresent();
        long seed = found.get().seed();
        var failure =
                new Simulations(each -> simulation(defect, each))
                        .run(seed, 1, _ -> {})
                        .failures()
                        .getFirst();
        assertThat(failure.result()).isEqualTo(found.get());
        assertThat(failure.shrunk())
                .as("shrunk faults of seed %s", seed)
                .isSubsetOf(found.get().faults());
        assertThat(simulation(defect, seed).run(failure.shrunk()).isClean())
                .as("what is left of them does not fail")
                .isFalse();
        assertThat(new Simulation(seed).run(failure.shrunk()).violation())
                .as("the same without the defect")
                .isNull();
    }

    private static Simulation simulation(Defect defect, long seed) {
        return new Simulation(seed, defect.parts(), null);
    }
}
