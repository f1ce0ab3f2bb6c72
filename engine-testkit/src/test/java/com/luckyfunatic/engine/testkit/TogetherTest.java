package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

class TogetherTest {
    @Test
    void results_come_by_number() {
        assertThat(Together.run(4, i -> i * i)).isEqualTo(List.of(0, 1, 4, 9));
    }

    @Test
    void all_run_at_once() {
        var barrier = new CyclicBarrier(20);

        List<Boolean> met =
                Together.run(
                        20,
                        _ -> {
                            try {
                                barrier.await();
                                return true;
                            } catch (Exception e) {
                                return false;
                            }
                        });

        assertThat(met).containsOnly(true);
    }

    @Test
    void a_failure_reaches_the_test() {
        var failure = new IllegalStateException("a bug");

        assertThatThrownBy(() ->
                        Together.run(
                                3,
                                i -> {
                                    if (i == 1) {
                                        throw failure;
                                    }
                                    return i;
                                }))
                .isInstanceOf(AssertionError.class)
                .hasCause(failure);
    }
}
