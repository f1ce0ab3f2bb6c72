package com.luckyfunatic.server.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.tournament.TournamentId;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Prize runs behind requests. */
@Timeout(60)
class ReplayedRunsTest {
    private static final TournamentId CUP = new TournamentId("cup");
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofSeconds(50);

    @Test
    void a_request_leaves_a_long_run_alone_and_another_one_joins_it() throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        ReplayedRuns runs =
                new ReplayedRuns(
                        _ -> {
                            begun.incrementAndGet();
                            await(mayEnd);
                            ended.countDown();
                        },
                        SHORT);

        assertThat(runs.run(CUP)).isFalse();
        assertThat(runs.run(CUP)).isFalse();
        mayEnd.countDown();
        ended.await();

        assertThat(begun).hasValue(1);
        runs.close();
    }

    @Test
    void what_is_over_can_be_begun_again() throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        ReplayedRuns runs = new ReplayedRuns(_ -> begun.incrementAndGet(), LONG);

        assertThat(runs.run(CUP)).isTrue();
        while (begun.get() < 2) {
            // The one before may not have been taken from the list yet.
            assertThat(runs.run(CUP)).isTrue();
        }

        runs.close();
    }

    @Test
    void what_a_run_throws_its_request_is_told() throws InterruptedException {
        Consumer<TournamentId> broken =
                _ -> {
                    throw new IllegalArgumentException("broken");
                };
        ReplayedRuns runs = new ReplayedRuns(broken, LONG);

        assertThatIllegalArgumentException().isThrownBy(() -> runs.run(CUP));

        runs.close();
    }

    @Test
    void the_end_of_the_server_breaks_a_run_off() throws InterruptedException {
        CountDownLatch broken = new CountDownLatch(1);
        ReplayedRuns runs =
                new ReplayedRuns(
                        _ -> {
                            await(new CountDownLatch(1));
                            broken.countDown();
                        },
                        SHORT);
        assertThat(runs.run(CUP)).isFalse();

        runs.close();

        broken.await();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
