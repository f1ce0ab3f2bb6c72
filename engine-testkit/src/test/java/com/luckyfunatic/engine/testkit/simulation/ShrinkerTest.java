package com.luckyfunatic.engine.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.testkit.simulation.Fault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
    private static final List<Fault> FAULTS =
            IntStream.range(0, 20)
                    .mapToObj(at -> new Fault(Kind.SERVER_CRASH, at, 0, 100))
                    .toList();

    @Test
    void what_is_not_needed_is_left_out() {
        List<Fault> needed = List.of(FAULTS.get(2), FAULTS.get(11), FAULTS.get(12));

        assertThat(Shrinker.shrink(FAULTS, faults -> faults.containsAll(needed))).isEqualTo(needed);
    }

    @Test
    void a_failure_without_faults_needs_none() {
        assertThat(Shrinker.shrink(FAULTS, _ -> true)).isEmpty();
    }

    @Test
    void what_is_needed_altogether_stays() {
        assertThat(Shrinker.shrink(FAULTS, faults -> faults.size() == FAULTS.size()))
                .isEqualTo(FAULTS);
    }

    @Test
    void it_does_not_run_for_ever() {
        List<List<Fault>> runs = new ArrayList<>();

        List<Fault> shrunk =
                Shrinker.shrink(
                        FAULTS,
                        faults -> {
                            runs.add(faults);
                            return faults.size() % 2 == 0;
                        });

        assertThat(shrunk).hasSizeLessThan(FAULTS.size());
        assertThat(runs).hasSizeLessThan(400);
    }

    @Test
    void a_failure_says_how_to_see_it_again() {
        var result = new SimulationResult(7, FAULTS, "it broke", 1, 2, 3, 4, 5);

        assertThat(new SimulationFailure(result, FAULTS.subList(1, 2)))
                .asString()
                .contains(
                        "seed 7: it broke",
                        "at 1 ms: SERVER_CRASH of server 0 100 ms",
                        "(1 of 20 faults)",
                        "benchmarks/run simulate --from 7 --trace");
        assertThat(new SimulationFailure(result, List.of()))
                .asString()
                .contains("without any fault");
    }
}
