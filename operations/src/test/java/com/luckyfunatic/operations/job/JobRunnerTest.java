package com.luckyfunatic.operations.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.storage.JobRun;
import com.luckyfunatic.engine.storage.JobRuns;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.storage.memory.MemoryJobRuns;
import com.luckyfunatic.storage.memory.MemoryStorage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class JobRunnerTest {
    private final GameEngine engine = GameEngine.on(new MemoryStorage(), TestCatalogs.full());

    private final MemoryJobRuns runs = new MemoryJobRuns();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private JobDuty duty = JobDuty.alone();

    /** A job that does what a test says, and pauses for a millisecond. */
    private record Said(String name, ToLongFunction<Progress> work) implements Job {
        @Override
        public String description() {
            return "Does what a test says.";
        }

        @Override
        public Duration pause() {
            return Duration.ofMillis(1);
        }

        @Override
        public long run(GameEngine engine, Progress progress) {
            return work.applyAsLong(progress);
        }
    }

    private JobRunner runner(Job... jobs) {
        return new JobRunner(engine, List.of(jobs), duty, runs, "tester", registry);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_job_that_fails_goes_on_and_keeps_no_other_from_its_turn(boolean isAway)
            throws InterruptedException {
        CountDownLatch failures = new CountDownLatch(3);
        CountDownLatch rounds = new CountDownLatch(3);
        Job failing =
                new Said(
                        "fail",
                        _ -> {
                            failures.countDown();
                            throw isAway
                                    ? new StorageUnavailableException("away")
                                    : new IllegalStateException("broken");
                        });
        try (JobRunner runner = runner(failing, new Said("work", _ -> counted(rounds)))) {
            runner.start();

            failures.await();
            rounds.await();
            assertThat(runner.runNow("fail")).isFalse();
            assertThat(runner.runNow("work")).isTrue();
        }
    }

    private static long counted(CountDownLatch latch) {
        latch.countDown();
        return 1;
    }

    @Test
    void a_job_that_takes_long_keeps_no_other_from_its_turn() throws InterruptedException {
        CountDownLatch others = new CountDownLatch(3);
        Job slow = new Said("slow", _ -> awaited(others));
        try (JobRunner runner = runner(slow, new Said("work", _ -> counted(others)))) {
            runner.start();

            others.await();
        }
    }

    private static long awaited(CountDownLatch latch) {
        try {
            latch.await();
            return 1;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Test
    void stopping_tells_the_round_under_way_and_waits_for_it() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean finished = new AtomicBoolean();
        Job job =
                new Said(
                        "work",
                        progress -> {
                            begun.countDown();
                            while (!progress.isStopping()) {
                                Thread.onSpinWait();
                            }
                            finished.set(true);
                            return 1;
                        });
        JobRunner runner = runner(job);
        runner.start();
        begun.await();

        runner.close();

        assertThat(finished).isTrue();
        assertThat(runner.runNow("work")).isFalse();
    }

    @Test
    void rounds_of_one_job_never_overlap() throws InterruptedException {
        AtomicInteger under = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch rounds = new CountDownLatch(50);
        Job job =
                new Said(
                        "work",
                        _ -> {
                            most.accumulateAndGet(under.incrementAndGet(), Math::max);
                            LockSupport.parkNanos(1_000);
                            under.decrementAndGet();
                            return counted(rounds);
                        });
        try (JobRunner runner = runner(job, new Said("other", _ -> 0))) {
            runner.start();
            while (rounds.getCount() > 0) {
                runner.runNow("work");
            }
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void what_shall_run_soon_runs_once_however_often_it_is_said() throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        CountDownLatch run = new CountDownLatch(1);
        Job job =
                new Said(
                        "work",
                        _ -> {
                            rounds.incrementAndGet();
                            return counted(run);
                        });
        try (JobRunner runner = runner(job)) {
            for (int i = 0; i < 100; i++) {
                runner.runSoon("work");
            }
            run.await();
        }
        assertThat(rounds).hasValueLessThan(100);
    }

    @Test
    void after_the_end_nothing_runs_soon() {
        JobRunner runner = runner(new Said("work", _ -> 1));
        runner.close();
        runner.close();

        runner.runSoon("work");

        assertThat(runner.runNow("work")).isFalse();
    }

    @Test
    void how_a_round_went_is_kept() {
        Job failing =
                new Said(
                        "fail",
                        _ -> {
                            throw new IllegalStateException("x".repeat(1_000));
                        });
        try (JobRunner runner = runner(failing, new Said("work", _ -> 7))) {
            runner.runNow("fail");
            runner.runNow("work");
        }
        assertThat(runs.last()).hasSize(2);
        JobRun failed = runs.last().getFirst();
        assertThat(failed.error()).startsWith("java.lang.IllegalStateException: xxx").hasSize(500);
        assertThat(failed.done()).isZero();
        JobRun done = runs.last().getLast();
        assertThat(done.error()).isNull();
        assertThat(done.done()).isEqualTo(7);
        assertThat(done.owner()).isEqualTo("tester");
        assertThat(done.nextAtMillis()).isEqualTo(done.beganAtMillis() + done.tookMillis() + 1);
    }

    @Test
    void a_job_that_is_anothers_has_no_regular_rounds_and_none_that_are_kept()
            throws InterruptedException {
        AtomicInteger others = new AtomicInteger();
        CountDownLatch ours = new CountDownLatch(3);
        duty = new OneOf("ours");
        try (JobRunner runner =
                runner(
                        new Said("ours", _ -> counted(ours)),
                        new Said("theirs", _ -> others.incrementAndGet()))) {
            runner.start();
            ours.await();
            assertThat(others).hasValue(0);

            assertThat(runner.runNow("theirs")).isTrue();

            assertThat(others).hasValue(1);
        }
        assertThat(runs.last()).extracting(JobRun::job).containsExactly("ours");
        assertThat(runs.last().getFirst().fence()).isEqualTo(5);
    }

    @Test
    void a_store_that_keeps_no_rounds_ends_no_job() {
        JobRuns away =
                new JobRuns() {
                    @Override
                    public boolean keep(JobRun run) {
                        throw new StorageUnavailableException("away");
                    }

                    @Override
                    public List<JobRun> last() {
                        return List.of();
                    }
                };
        try (JobRunner runner =
                new JobRunner(
                        engine,
                        List.of(new Said("work", _ -> 1)),
                        duty,
                        away,
                        "tester",
                        registry)) {
            assertThat(runner.runNow("work")).isTrue();
        }
    }

    @Test
    void metrics_tell_whose_jobs_are_how_they_went_and_that_one_hangs()
            throws InterruptedException {
        duty = new OneOf("ours");
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Job ours =
                new Said(
                        "ours",
                        _ -> {
                            began.countDown();
                            awaited(released);
                            throw new IllegalStateException("broken");
                        });
        try (JobRunner runner = runner(ours, new Said("theirs", _ -> 1))) {
            assertThat(runner.runNow("theirs")).isTrue();
            assertThat(rounds("theirs", "done")).isOne();
            assertThat(rounds("theirs", "failed")).isZero();
            assertThat(registry.find("game.jobs.due.time").gauges())
                    .as("where jobs are left to others nothing is due")
                    .isEmpty();

            runner.start();
            double first = jobGauge("game.jobs.due.time", "ours");
            assertThat(jobGauge("game.jobs.owned", "ours")).isOne();
            assertThat(jobGauge("game.jobs.owned", "theirs")).isZero();
            began.await();
            // Whose job it is not passes his turn by.
            until(() -> jobGauge("game.jobs.due.time", "theirs") > first);
            assertThat(jobGauge("game.jobs.due.time", "ours")).isEqualTo(first);

            released.countDown();
            until(() ->
                    rounds("ours", "failed") >= 1
                            && jobGauge("game.jobs.due.time", "ours") > first);
            assertThat(rounds("ours", "done")).isZero();
        }
    }

    /** The class's time-out interrupts it. */
    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertThat(Thread.interrupted()).as("it has not come in time").isFalse();
            Thread.onSpinWait();
        }
    }

    private double jobGauge(String name, String job) {
        return registry.get(name).tag("job", job).gauge().value();
    }

    private double rounds(String job, String result) {
        return registry.get("game.jobs.rounds")
                .tags("job", job, "result", result)
                .counter()
                .count();
    }

    /** Has one job, under the fence 5. */
    private record OneOf(String job) implements JobDuty {
        @Override
        public void start(List<String> jobs, Consumer<String> taken) {
            taken.accept(job);
        }

        @Override
        public OptionalLong fence(String asked) {
            return asked.equals(job) ? OptionalLong.of(5) : OptionalLong.empty();
        }

        @Override
        public void close() {}
    }

    @Test
    void unknown_jobs_are_refused() {
        try (JobRunner runner = runner()) {
            assertThatThrownBy(() -> runner.runNow("dance"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("dance");
            assertThatThrownBy(() -> runner.runSoon("dance"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
