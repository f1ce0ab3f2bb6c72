package com.luckyfunatic.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoopTurnTest {
    private static final long NANOS_MAX = 1_000;
    private static final long LONG = NANOS_MAX + 1;

    private final Queue<Runnable> afterReading = new ArrayDeque<>();
    private final AtomicLong nanos = new AtomicLong(-5);
    private final LoopTurn turn = new LoopTurn(afterReading::add, NANOS_MAX, nanos::get);

    /** Returns how many of {@code requests} were not too many in a turn that takes so long. */
    private int taken(int requests, long nanosTaken) {
        int taken = 0;
        for (int i = 0; i < requests; i++) {
            if (!turn.isOneTooMany()) {
                taken++;
            }
        }
        nanos.addAndGet(nanosTaken);
        assertThat(afterReading).hasSize(1);
        Objects.requireNonNull(afterReading.remove()).run();
        return taken;
    }

    @Test
    void short_turns_take_any_number() {
        assertThat(taken(10_000, NANOS_MAX)).isEqualTo(10_000);
        assertThat(taken(10_000, 0)).isEqualTo(10_000);
    }

    @Test
    void a_long_turn_alone_means_nothing() {
        for (int i = 0; i < 10; i++) {
            assertThat(taken(100, LONG)).isEqualTo(100);
            assertThat(taken(100, NANOS_MAX)).isEqualTo(100);
        }
    }

    @Test
    void long_turns_in_a_row_take_fewer_and_fewer_down_to_a_few() {
        taken(100, LONG);
        taken(100, LONG);
        assertThat(taken(100, LONG)).isEqualTo(80);
        assertThat(taken(50, LONG)).as("fewer than it may take").isEqualTo(50);
        assertThat(taken(100, LONG)).isEqualTo(40);
        for (int i = 0; i < 20; i++) {
            taken(100, LONG);
        }

        assertThat(taken(100, LONG)).isEqualTo(32);
    }

    @Test
    void short_turns_take_one_more_each() {
        taken(100, LONG);
        taken(100, LONG);
        assertThat(taken(100, 0)).isEqualTo(80);
        assertThat(taken(1, 0)).isEqualTo(1);
        assertThat(taken(100, 0)).isEqualTo(82);
        assertThat(taken(100, 0)).isEqualTo(83);
    }
}
