package com.luckyfunatic.server.limit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InFlightLimitTest {
    private static final Duration SLOW = Duration.ofMillis(100);

    private final AtomicLong nanos = new AtomicLong();
    private final InFlightLimit limit = InFlightLimit.between(2, 10, SLOW, nanos::get);

    private List<Permit> takeAll() {
        List<Permit> permits = new ArrayList<>();
        for (Permit permit = limit.tryAcquire(); permit != null; permit = limit.tryAcquire()) {
            permits.add(permit);
        }
        return permits;
    }

    @Test
    void as_many_are_in_flight_as_the_limit_says_and_no_more() {
        List<Permit> permits = takeAll();

        assertThat(permits).hasSize(10);
        assertThat(limit.inFlight()).isEqualTo(10);
        permits.getFirst().giveBack();
        assertThat(takeAll()).hasSize(1);
    }

    @Test
    void a_place_is_given_back_once_however_often_that_is_asked_for() {
        Permit permit = requireNonNull(limit.tryAcquire());
        Permit other = requireNonNull(limit.tryAcquire());

        permit.giveBackMeasured();
        permit.giveBack();
        permit.giveBackMeasured();

        assertThat(limit.inFlight()).isEqualTo(1);
        other.giveBack();
        assertThat(takeAll()).hasSize(10);
    }

    @Test
    void slow_answers_lower_the_limit_to_the_least_and_quick_ones_raise_it_to_the_most() {
        for (int round = 0; round < 5; round++) {
            List<Permit> permits = takeAll();
            nanos.addAndGet(SLOW.toNanos() + 1);
            permits.forEach(Permit::giveBackMeasured);
        }
        assertThat(limit.limit()).isEqualTo(2);
        assertThat(takeAll()).hasSize(2).allSatisfy(Permit::giveBack);

        for (int round = 0; round < 20; round++) {
            takeAll().forEach(Permit::giveBackMeasured);
        }
        assertThat(limit.limit()).isEqualTo(10);
        assertThat(limit.inFlight()).isZero();
    }

    @Test
    void what_is_not_measured_changes_nothing() {
        List<Permit> permits = takeAll();
        nanos.addAndGet(SLOW.toNanos() + 1);
        permits.forEach(Permit::giveBack);

        assertThat(limit.limit()).isEqualTo(10);
    }

    @Test
    void zero_is_no_limit() {
        InFlightLimit off = InFlightLimit.between(2, 0, SLOW, nanos::get);

        assertThat(off.isOn()).isFalse();
        assertThat(off.limit()).isZero();
    }
}
