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
    void long_turns_for_a_while_mean_nothing() {
        for (int i = 0; i < 10; i++) {
            for (int turns = 0; turns < 24; turns++) {
                assertThat(taken(400, LONG)).isEqualTo(400);
            }
            assertThat(taken(400, NANOS_MAX)).isEqualTo(400);
        }
    }

    @Test
    void one_turn_means_nothing_however_long() {
        assertThat(taken(400, 1_000 * NANOS_MAX)).isEqualTo(400);
        assertThat(taken(400, 0)).isEqualTo(400);
    }

    @Test
    void crowds_with_a_pause_between_them_mean_nothing() {
        for (int crowds = 0; crowds < 10; crowds++) {
            assertThat(taken(400, 20 * NANOS_MAX)).isEqualTo(400);
            assertThat(taken(400, LONG)).isEqualTo(400);
            nanos.addAndGet(50 * NANOS_MAX);
        }
    }

    @Test
    void long_turns_with_few_requests_mean_nothing() {
        for (int turns = 0; turns < 100; turns++) {
            assertThat(taken(128, 100 * NANOS_MAX)).isEqualTo(128);
        }

        assertThat(taken(1_000, LONG)).as("a crowd").isEqualTo(1_000);
        assertThat(taken(1_000, LONG)).isEqualTo(1_000);
    }

    private void letTurnsBeLongForTooLong() {
        assertThat(taken(400, 25 * NANOS_MAX)).isEqualTo(400);
        assertThat(taken(400, LONG)).isEqualTo(400);
    }

    @Test
    void long_turns_that_last_take_fewer_and_fewer_down_to_a_crowd() {
        letTurnsBeLongForTooLong();
        assertThat(taken(400, LONG)).isEqualTo(320);
        assertThat(taken(200, LONG)).as("fewer than it may take").isEqualTo(200);
        assertThat(taken(400, LONG)).isEqualTo(160);
        for (int i = 0; i < 20; i++) {
            taken(400, LONG);
        }

        assertThat(taken(400, LONG)).isEqualTo(128);
    }

    @Test
    void long_turns_that_last_on_take_fewer_than_a_crowd_down_to_a_few() {
        letTurnsBeLongForTooLong();
        for (int i = 0; i < 71; i++) {
            taken(400, LONG);
        }
        assertThat(taken(400, LONG)).isEqualTo(128);
        taken(400, 3 * NANOS_MAX);
        taken(400, LONG);
        assertThat(taken(400, LONG)).isLessThan(128);
        for (int i = 0; i < 20; i++) {
            taken(400, LONG);
        }

        assertThat(taken(400, LONG)).isEqualTo(32);
        assertThat(taken(32, 100 * NANOS_MAX)).as("no more than it may take").isEqualTo(32);
        assertThat(taken(400, LONG)).as("one more").isEqualTo(33);
        assertThat(taken(400, LONG)).as("the first long one since").isEqualTo(33);
        assertThat(taken(400, 25 * NANOS_MAX)).isEqualTo(33);
        assertThat(taken(400, LONG)).as("never more by a long one").isEqualTo(33);
    }

    @Test
    void short_turns_take_one_more_each_and_the_next_long_one_is_the_first_again() {
        letTurnsBeLongForTooLong();
        assertThat(taken(400, 0)).isEqualTo(320);
        assertThat(taken(1, 0)).isEqualTo(1);
        assertThat(taken(400, 0)).isEqualTo(322);
        assertThat(taken(400, LONG)).isEqualTo(323);
        assertThat(taken(400, LONG)).isEqualTo(323);
    }
}
