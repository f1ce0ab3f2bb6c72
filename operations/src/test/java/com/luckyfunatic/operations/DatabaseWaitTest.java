package com.luckyfunatic.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseWaitTest {
    private final AtomicLong nanos = new AtomicLong(-1);
    private final List<String> told = new ArrayList<>();
    private final AtomicInteger tries = new AtomicInteger();

    private DatabaseWait waiting(Duration patience) {
        return new DatabaseWait(
                patience, told::add, nanos::get, time -> nanos.addAndGet(time.toNanos()));
    }

    /** Is away until the given try, for a reason that is another from the third on. */
    private String openAtTry(int number) {
        int now = tries.incrementAndGet();
        if (now < number) {
            throw new StorageUnavailableException(now < 3 ? "no Redis" : "no MySQL");
        }
        return "opened";
    }

    @AfterEach
    void nobodyIsInterrupted() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void what_is_there_is_not_waited_for() {
        assertThat(waiting(Duration.ofSeconds(60)).open(() -> openAtTry(1))).isEqualTo("opened");
        assertThat(told).isEmpty();
    }

    @Test
    void what_comes_in_time_is_opened_and_the_waiting_is_told_now_and_then() {
        assertThat(waiting(Duration.ofSeconds(60)).open(() -> openAtTry(16))).isEqualTo("opened");
        assertThat(told)
                .containsExactly(
                        "waiting for the databases, 0 s of 60 s: no Redis",
                        "waiting for the databases, 2 s of 60 s: no MySQL",
                        "waiting for the databases, 12 s of 60 s: no MySQL");
    }

    @Test
    void patience_ends_with_the_last_reason() {
        assertThatThrownBy(() -> waiting(Duration.ofMillis(3_500)).open(() -> openAtTry(99)))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessage("no MySQL");
        // At 0, 1, 2, 3 and 3.5 seconds.
        assertThat(tries).hasValue(5);
    }

    @Test
    void without_patience_there_is_one_try() {
        assertThatThrownBy(() -> waiting(Duration.ZERO).open(() -> openAtTry(2)))
                .isInstanceOf(StorageUnavailableException.class);
        assertThat(tries).hasValue(1);
        assertThat(told).isEmpty();
    }

    @Test
    void what_has_to_be_put_right_is_not_waited_for() {
        assertThatThrownBy(() ->
                        waiting(Duration.ofSeconds(60))
                                .open(() -> {
                                    tries.incrementAndGet();
                                    throw new StorageNotOpenableException("no such schema");
                                }))
                .isInstanceOf(StorageNotOpenableException.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void who_is_told_to_stop_does_not_wait() {
        CountDownLatch stopping = new CountDownLatch(1);
        DatabaseWait wait = DatabaseWait.of(Duration.ofDays(1), told::add).endedBy(stopping);

        assertThatThrownBy(() ->
                        wait.open(() -> {
                            stopping.countDown();
                            return openAtTry(2);
                        }))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessage("no Redis");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void who_is_not_told_to_stop_waits_on() {
        DatabaseWait wait =
                DatabaseWait.of(Duration.ofMillis(1), told::add).endedBy(new CountDownLatch(1));

        assertThatThrownBy(() -> wait.open(() -> openAtTry(99)))
                .isInstanceOf(StorageUnavailableException.class);
    }

    @Test
    void an_interrupt_ends_it() {
        DatabaseWait interrupted =
                new DatabaseWait(
                        Duration.ofSeconds(60),
                        told::add,
                        nanos::get,
                        _ -> {
                            throw new InterruptedException();
                        });

        assertThatThrownBy(() -> interrupted.open(() -> openAtTry(2)))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessage("no Redis");
        assertThat(Thread.interrupted()).isTrue();
    }
}
