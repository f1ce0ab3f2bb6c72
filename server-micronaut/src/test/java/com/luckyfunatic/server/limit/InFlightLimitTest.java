package com.luckyfunatic.server.limit;

import static com.luckyfunatic.server.limit.InFlightLimit.Kind.ANY;
import static com.luckyfunatic.server.limit.InFlightLimit.Kind.HOT;
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
        for (Permit permit = limit.tryAcquire(ANY);
                permit != null;
                permit = limit.tryAcquire(ANY)) {
            permits.add(permit);
        }
        return permits;
    }

    /** Answers are judged together, those of so long. */
    private void letAWindowPass() {
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
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
        Permit permit = requireNonNull(limit.tryAcquire(ANY));
        Permit other = requireNonNull(limit.tryAcquire(ANY));

        permit.giveBackMeasured();
        permit.giveBack();
        permit.giveBackMeasured();

        assertThat(limit.inFlight()).isEqualTo(1);
        other.giveBack();
        assertThat(takeAll()).hasSize(10);
    }

    @Test
    void slow_answers_lower_the_limit_to_the_least_and_quick_ones_raise_it_to_the_most() {
        for (int round = 0; round < 200; round++) {
            List<Permit> permits = takeAll();
            nanos.addAndGet(SLOW.toNanos() + 1);
            permits.forEach(Permit::giveBackMeasured);
        }
        assertThat(limit.limit()).isEqualTo(2);
        assertThat(takeAll()).hasSize(2).allSatisfy(Permit::giveBack);

        for (int round = 0; round < 500; round++) {
            List<Permit> permits = takeAll();
            nanos.addAndGet(SLOW.toNanos() / 10);
            permits.forEach(Permit::giveBackMeasured);
        }
        assertThat(limit.limit()).isEqualTo(10);
        assertThat(limit.inFlight()).isZero();
    }

    @Test
    void a_moment_of_slow_answers_lowers_the_limit_by_a_tenth_however_many_they_are() {
        InFlightLimit wide = InFlightLimit.between(10, 1_000, SLOW, nanos::get);
        List<Permit> permits = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            permits.add(requireNonNull(wide.tryAcquire(ANY)));
        }
        letAWindowPass();

        permits.forEach(Permit::giveBackMeasured);

        assertThat(wide.limit()).isBetween(900, 1_000);
    }

    @Test
    void who_waits_for_another_store_leaves_half_of_the_places_to_the_hot_one() {
        assertThat(takeAll()).hasSize(10);

        for (int i = 0; i < 5; i++) {
            assertThat(limit.tryAcquire(HOT)).isNotNull();
        }

        assertThat(limit.tryAcquire(HOT)).isNull();
        assertThat(limit.inFlight()).isEqualTo(15);
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
