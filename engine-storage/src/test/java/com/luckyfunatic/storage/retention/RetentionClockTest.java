package com.luckyfunatic.storage.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetentionClockTest {
    private final SettableClock machine = new SettableClock();
    private final long start = machine.millis();
    private long nanos = -7;
    private final RetentionClock clock = new RetentionClock(machine, () -> nanos);

    private void pass(Duration duration) {
        nanos += duration.toNanos();
        machine.advance(duration);
    }

    @Test
    void it_shows_the_time_of_the_machine() {
        pass(Duration.ofHours(30));

        assertThat(clock.millis()).isEqualTo(machine.millis());
    }

    @Test
    void a_clock_that_is_set_forward_moves_it_no_further_than_the_time_that_has_passed() {
        pass(Duration.ofMinutes(5));
        machine.advance(Duration.ofDays(400));
        pass(Duration.ofMillis(3));

        assertThat(clock.millis()).isEqualTo(start + 300_003);
    }

    @Test
    void a_clock_that_is_set_back_takes_it_along() {
        pass(Duration.ofMinutes(5));
        machine.advance(Duration.ofHours(-1));

        assertThat(clock.millis()).isEqualTo(start - 55 * 60_000);
    }

    @Test
    void the_clock_of_this_machine_runs() {
        long before = System.currentTimeMillis();
        long shown = RetentionClock.system().millis();

        assertThat(shown).isBetween(before, System.currentTimeMillis());
    }
}
