package com.luckyfunatic.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ArrivalTest {
    private static final Duration THIRD = Duration.ofNanos(333_333_333);

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

    @Test
    void a_surge_is_many_times_as_many_for_a_while_and_the_same_as_before_then() {
        Arrival.Surge surge =
                new Arrival.Surge(100, 10, Duration.ofSeconds(2), Duration.ofSeconds(3));

        assertThat(surge.arrivals(Duration.ZERO, Duration.ofSeconds(2))).isEqualTo(200);
        assertThat(surge.arrivals(Duration.ofSeconds(2), Duration.ofSeconds(3))).isEqualTo(3_000);
        assertThat(surge.arrivals(Duration.ofSeconds(5), Duration.ofSeconds(10))).isEqualTo(1_000);
        assertThat(surge.offsetNanos(200)).isEqualTo(Duration.ofSeconds(2).toNanos());
        assertThat(surge.offsetNanos(201)).isEqualTo(Duration.ofMillis(2_001).toNanos());
        assertThat(surge.offsetNanos(3_300)).isEqualTo(Duration.ofSeconds(6).toNanos());
    }

    @Test
    void the_arrivals_of_a_surge_never_go_back() {
        Arrival.Surge surge = new Arrival.Surge(7.3, 9.1, Duration.ofMillis(1_234), THIRD);

        assertThat(LongStream.range(0, 500).map(surge::offsetNanos)).isSorted();
    }
}
