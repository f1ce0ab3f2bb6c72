package com.luckyfunatic.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ArrivalTest {

    @Test
    void the_arrivals_of_all_users_together_are_evenly_spaced() {
        Arrival.Open open = new Arrival.Open(1000);

        LongStream offsets =
                LongStream.range(0, 3)
                        .flatMap(iteration ->
                                IntStream.range(0, 4)
                                        .mapToLong(user -> open.offsetNanos(user, 4, iteration)));

        assertThat(offsets)
                .containsExactly(
                        LongStream.range(0, 12)
                                .map(millis -> millis * 1_000_000)
                                .boxed()
                                .toArray(Long[]::new));
    }

    @Test
    void the_number_of_arrivals_is_the_rate_times_the_duration() {
        Arrival.Open open = new Arrival.Open(400);

        assertThat(open.arrivals(Duration.ZERO, Duration.ofMillis(500))).isEqualTo(200);
        assertThat(open.arrivals(Duration.ofSeconds(1), Duration.ofSeconds(2))).isEqualTo(800);
    }

    @Test
    void a_rate_of_zero_is_refused() {
        assertThatThrownBy(() -> new Arrival.Open(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("greater than 0");
    }
}
