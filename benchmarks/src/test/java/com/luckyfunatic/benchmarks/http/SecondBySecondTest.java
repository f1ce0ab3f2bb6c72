package com.luckyfunatic.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SecondBySecondTest {
    private static final Duration LENGTH = Duration.ofSeconds(10);
    private static final long MILLIS = 1_000_000;
    private static final long WANTED = 20 * MILLIS;
    private static final int ACCEPTED = 200;
    private static final int REFUSED = 503;

    private final RunClock clock =
            new RunClock(
                    new LoadPlan(
                            URI.create("http://127.0.0.1:1"),
                            LoadScenario.TAP,
                            new Arrival.Closed(),
                            1,
                            1,
                            Duration.ofSeconds(1),
                            LENGTH,
                            LENGTH));
    private final SecondBySecond seconds = new SecondBySecond(clock, LENGTH);

    @Test
    void requests_belong_to_the_second_they_were_meant_to_start_in() {
        record(2, ACCEPTED, 4_000);
        record(2, REFUSED, 1);
        record(3, 500, 1);
        record(3, 0, 1);

        assertThat(seconds.all().get(2).accepted().getTotalCount()).isEqualTo(1);
        assertThat(seconds.all().get(2).refused().getTotalCount()).isEqualTo(1);
        assertThat(seconds.all().get(3).failed()).isEqualTo(2);
        assertThat(seconds.between(2, 4).requests()).isEqualTo(4);
        assertThat(seconds.between(4, 10).requests()).isZero();
        assertThat(seconds.all().get(2).accepted().getMaxValue() / 1e6)
                .isCloseTo(4_000, within(40.0));
    }

    @Test
    void all_is_calm_again_when_nothing_was_refused_and_answers_came_soon_for_the_whole_span() {
        fill(0, 10);
        record(1, REFUSED, 1);
        record(4, ACCEPTED, 21);

        assertThat(seconds.secondsUntilCalm(0, 2, WANTED)).hasValue(2);
        assertThat(seconds.secondsUntilCalm(0, 3, WANTED)).hasValue(5);
        assertThat(seconds.secondsUntilCalm(2, 2, WANTED)).hasValue(0);
    }

    @Test
    void what_failed_or_was_not_asked_is_not_calm() {
        fill(0, 6);
        record(3, 500, 1);

        assertThat(seconds.secondsUntilCalm(0, 3, WANTED)).hasValue(0);
        assertThat(seconds.secondsUntilCalm(1, 3, WANTED)).hasValue(3);
        assertThat(seconds.secondsUntilCalm(6, 4, WANTED)).isEmpty();
    }

    @Test
    void who_waits_for_an_answer_on_the_same_connection_is_not_behind() {
        long meant = clock.startNanos() + clock.warmupNanos();
        RequestTimes times =
                new RequestTimes(
                        meant, meant + 50 * MILLIS, meant + 51 * MILLIS, meant + 60 * MILLIS);

        seconds.record(RequestKind.TAP, ACCEPTED, times);

        Fates fates = seconds.all().getFirst();
        assertThat(fates.late().getMaxValue() / 1e6).isCloseTo(1, within(0.02));
        assertThat(fates.service().getMaxValue() / 1e6).isCloseTo(9, within(0.1));
        assertThat(fates.accepted().getMaxValue() / 1e6).isCloseTo(60, within(0.6));
    }

    @Test
    void what_was_meant_and_never_sent_is_told() {
        fill(0, 3);

        OverloadResult.Part part = OverloadResult.Part.of(seconds.between(0, 5), 5, 7);

        assertThat(part.requests()).isEqualTo(3);
        assertThat(part.unsent()).isEqualTo(4);
    }

    private void fill(int from, int to) {
        for (int second = from; second < to; second++) {
            record(second, ACCEPTED, 1);
        }
    }

    private void record(int second, int status, long millis) {
        long intended =
                clock.startNanos()
                        + clock.warmupNanos()
                        + Duration.ofSeconds(second).toNanos()
                        + MILLIS;
        seconds.record(
                RequestKind.TAP,
                status,
                new RequestTimes(intended, intended, intended, intended + millis * MILLIS));
    }
}
