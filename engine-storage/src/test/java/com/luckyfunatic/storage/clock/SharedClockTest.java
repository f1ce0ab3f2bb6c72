package com.luckyfunatic.storage.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.timetrial.TimeTrialCommand.FinishTimeTrial;
import com.luckyfunatic.engine.timetrial.TimeTrialCommand.StartTimeTrial;
import com.luckyfunatic.engine.timetrial.TimeTrialId;
import com.luckyfunatic.engine.timetrial.TimeTrialResult.TryFinished;
import com.luckyfunatic.engine.timetrial.TimeTrialResult.TryStarted;
import com.luckyfunatic.storage.memory.MemoryStorage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SharedClockTest {
    private static final TimeTrialId SPRINT = new TimeTrialId("sprint");
    private static final PlayerId PLAYER = new PlayerId(7);
    private static final Actor WHO = new Actor.Job("test");

    private final SettableClock database = new SettableClock();
    private final AtomicLong nanos = new AtomicLong(-5);

    /** Time passes for everybody. */
    private void pass(Duration time) {
        database.advance(time);
        nanos.addAndGet(time.toNanos());
    }

    private SharedClock apartBy(Duration apart) {
        return new SharedClock(InstantSource.fixed(SettableClock.START.plus(apart)), nanos::get);
    }

    @Test
    void two_servers_whose_clocks_are_apart_time_a_try_right() {
        SharedClock first = apartBy(Duration.ofSeconds(8));
        SharedClock second = apartBy(Duration.ofSeconds(-4));
        first.follow(database::millis);
        pass(Duration.ofSeconds(1));
        second.follow(database::millis);

        assertThat(tryAcross(first, second).millis()).isEqualTo(25_000);
    }

    /** So that the test above does not pass for another reason. */
    @Test
    void with_clocks_of_their_own_they_time_it_wrong() {
        SettableClock ahead = new SettableClock(SettableClock.START.plusSeconds(8));
        SettableClock behind = new SettableClock(SettableClock.START.plusSeconds(25));

        assertThat(tryAcross(ahead, behind).millis()).isEqualTo(17_000);
    }

    /** Begins on one server, ends 25 seconds later on the other. */
    private TryFinished tryAcross(InstantSource first, InstantSource second) {
        try (MemoryStorage storage = new MemoryStorage()) {
            GameEngine one = engine(storage, first);
            GameEngine other = engine(storage, second);
            perform(one, first, "create", new CreatePlayer(null, false));
            TryStarted started =
                    (TryStarted) perform(one, first, "start", new StartTimeTrial(SPRINT));
            pass(Duration.ofSeconds(25));
            return (TryFinished)
                    perform(
                            other,
                            second,
                            "finish",
                            new FinishTimeTrial(SPRINT, started.run().nonce()));
        }
    }

    private static GameEngine engine(MemoryStorage storage, InstantSource clock) {
        return GameEngine.builder(storage).clock(clock).build(TestCatalogs.full());
    }

    private static Result perform(
            GameEngine engine, InstantSource clock, String name, Command command) {
        var envelope =
                new CommandEnvelope(PLAYER, new OperationId(name), clock.millis(), WHO, command);
        return ((Outcome.Accepted) engine.execute(envelope).outcome()).result();
    }

    @Test
    void it_is_the_local_clock_until_it_follows_one() {
        SharedClock clock = apartBy(Duration.ofSeconds(8));

        assertThat(clock.refresh()).isFalse();
        assertThat(clock.instant()).isEqualTo(SettableClock.START.plusSeconds(8));
        assertThat(clock.follow(database::millis)).isTrue();
        assertThat(clock.instant()).isEqualTo(SettableClock.START);
        pass(Duration.ofMillis(1_234));
        assertThat(clock.millis()).isEqualTo(database.millis());
    }

    @Test
    void the_shortest_reading_counts_and_is_taken_to_be_made_halfway() {
        SharedClock clock = apartBy(Duration.ZERO);
        Deque<Duration> delays =
                new ArrayDeque<>(
                        List.of(
                                Duration.ofMillis(90),
                                Duration.ofMillis(20),
                                Duration.ofMillis(60)));

        // The answer is made when all of the time has passed: as wrong as it can be.
        boolean isSet =
                clock.follow(() -> {
                    pass(delays.remove());
                    return database.millis();
                });

        assertThat(isSet).isTrue();
        assertThat(clock.millis() - database.millis()).isEqualTo(10);
    }

    @Test
    void a_slow_reading_does_not_spoil_a_quick_one_of_before() {
        SharedClock clock = apartBy(Duration.ZERO);
        AtomicLong delay = new AtomicLong();
        clock.follow(() -> {
            pass(Duration.ofMillis(delay.get()));
            return database.millis();
        });
        pass(Duration.ofSeconds(10));

        delay.set(80);
        assertThat(clock.refresh()).isTrue();
        assertThat(clock.millis()).isEqualTo(database.millis());

        database.advance(Duration.ofMillis(500));
        assertThat(clock.refresh()).isTrue();
        assertThat(clock.millis() - database.millis())
                .as("both cannot be right: the database was set")
                .isEqualTo(40);
    }

    /** The database has moved to a machine whose clock is wrong; the machine here has not. */
    @Test
    void a_leap_of_the_database_alone_is_not_followed() {
        SettableClock here = new SettableClock();
        SharedClock clock = new SharedClock(here, nanos::get);
        clock.follow(database::millis);
        pass(Duration.ofSeconds(10));
        here.advance(Duration.ofSeconds(10));

        for (Duration leap : List.of(Duration.ofHours(1), Duration.ofHours(-2))) {
            database.advance(leap);
            assertThat(clock.refresh()).as("a leap of %s", leap).isFalse();
            assertThat(clock.millis()).isEqualTo(here.millis());
        }
        database.advance(Duration.ofHours(1).plusMillis(999));
        assertThat(clock.refresh()).as("a small step").isTrue();
        assertThat(clock.millis()).isEqualTo(database.millis());
    }

    /** As after a machine has stood still, counter and all. */
    @Test
    void a_leap_that_the_local_clock_agrees_with_is_followed() {
        SettableClock here = new SettableClock();
        SharedClock clock = new SharedClock(here, nanos::get);
        clock.follow(database::millis);
        here.advance(Duration.ofMinutes(40));
        database.advance(Duration.ofMinutes(40));

        assertThat(clock.refresh()).isTrue();
        assertThat(clock.millis()).isEqualTo(database.millis());
    }

    @Test
    void a_database_that_is_far_off_from_the_start_is_not_followed() {
        assertThat(apartBy(Duration.ofMinutes(1)).follow(database::millis)).isTrue();
        assertThat(apartBy(Duration.ofMinutes(-1)).follow(database::millis)).isTrue();
        assertThat(apartBy(Duration.ofMillis(60_001)).follow(database::millis)).isFalse();
        assertThat(apartBy(Duration.ofMillis(-60_001)).follow(database::millis)).isFalse();
    }

    @Test
    void what_is_slow_or_away_sets_nothing() {
        SharedClock clock = apartBy(Duration.ZERO);
        AtomicLong delay = new AtomicLong();
        clock.follow(() -> {
            if (delay.get() < 0) {
                throw new StorageUnavailableException("away", new IllegalStateException());
            }
            pass(Duration.ofMillis(delay.get()));
            return database.millis();
        });
        database.advance(Duration.ofMillis(900));

        delay.set(SharedClock.ERROR_MAX.toMillis() * 2 + 1);
        assertThat(clock.refresh()).isFalse();
        delay.set(-1);
        assertThat(clock.refresh()).isFalse();
        assertThat(database.millis() - clock.millis()).isEqualTo(900);
        delay.set(1);
        assertThat(clock.refresh()).isTrue();
        assertThat(clock.millis() - database.millis()).isBetween(0L, 1L);
    }
}
