package com.luckyfunatic.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static final Instant FIRST = Instant.parse("2026-01-05T00:00:00Z");
    private static final Schedule DAILY =
            new Schedule(FIRST, Duration.ofDays(1), Duration.ofHours(20));

    @ParameterizedTest
    @CsvSource({
        "2026-01-04T23:59:59.999Z, 0",
        "1969-01-04T00:00:00Z, 0",
        "2026-01-05T00:00:00Z, 1",
        "2026-01-05T23:59:59.999Z, 1",
        "2026-01-06T00:00:00Z, 2",
        "2027-01-05T12:00:00Z, 366"
    })
    void an_occurrence_is_the_latest_until_the_next_one_begins(Instant now, long expected) {
        assertThat(DAILY.latest(now.toEpochMilli())).isEqualTo(expected);
    }

    @Test
    void an_occurrence_has_its_window() {
        assertThat(Instant.ofEpochMilli(DAILY.startOf(1))).isEqualTo(FIRST);
        assertThat(Instant.ofEpochMilli(DAILY.endOf(1))).isEqualTo("2026-01-05T20:00:00Z");
        assertThat(Instant.ofEpochMilli(DAILY.startOf(3))).isEqualTo("2026-01-07T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "PT1S, PT1S, true",
        "P1D, P1D, true",
        "P1D, P1DT0.001S, false",
        "PT0.999S, PT0.999S, false",
        "P1D, PT0S, false",
        "P1D, PT-1S, false"
    })
    void one_ends_before_the_next_begins(Duration every, Duration lasts, boolean expected) {
        assertThat(new Schedule(FIRST, every, lasts).isValid()).isEqualTo(expected);
    }
}
