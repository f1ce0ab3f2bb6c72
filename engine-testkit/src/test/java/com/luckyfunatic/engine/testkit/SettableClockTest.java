package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettableClockTest {
    private final SettableClock clock = new SettableClock();

    @Test
    void it_stands_still_until_it_is_moved() {
        assertThat(clock.instant()).isEqualTo(SettableClock.START);
        assertThat(clock.millis()).isEqualTo(SettableClock.START.toEpochMilli());
    }

    @Test
    void it_moves_forwards_and_backwards() {
        clock.advance(Duration.ofMillis(1_500));
        assertThat(clock.instant()).isEqualTo(SettableClock.START.plusMillis(1_500));
        clock.advance(Duration.ofHours(-1));
        assertThat(clock.instant()).isEqualTo(SettableClock.START.plusMillis(1_500 - 3_600_000));
        clock.set(Instant.EPOCH);
        assertThat(clock.millis()).isZero();
    }

    @Test
    void moved_by_many_at_once_it_misses_none() {
        Together.run(
                100,
                i -> {
                    clock.advance(Duration.ofMillis(i));
                    return i;
                });

        assertThat(clock.instant()).isEqualTo(SettableClock.START.plusMillis(4_950));
    }
}
