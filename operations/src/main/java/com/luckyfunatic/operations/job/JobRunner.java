package com.luckyfunatic.operations.job;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.storage.JobRun;
import com.luckyfunatic.engine.storage.JobRuns;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs in the background of a program, each in rounds of its own: one that takes long or fails
 * keeps no other from its turn. Thread-safe.
 */
public final class JobRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    /** As the fence of a round of a job that is another's. */
    private static final long NOT_OURS = -1;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** How many changes share one look at what they call for. */
    private static final Duration SOON = Duration.ofMillis(100);

    private static final Duration TOLD_EVERY = Duration.ofSeconds(10);
    private static final Duration INTERRUPTED_AFTER = Duration.ofSeconds(10);

    private final GameEngine engine;
    private final JobDuty duty;
    private final JobRuns runs;
    private final String owner;
    private final Map<String, Running> jobs = new LinkedHashMap<>();
    private final ScheduledThreadPoolExecutor scheduler;
    private volatile boolean stopping;

    /** A job and whether it is under way. */
    private static final class Running {
        private final Job job;
        private final JobMeters meters;
        private final ReentrantLock turn = new ReentrantLock();
        private final AtomicBoolean isDueSoon = new AtomicBoolean();

        Running(Job job, JobMeters meters) {
            this.job = job;
            this.meters = meters;
        }
    }

    /**
     * Runs {@code jobs}, whose names differ, once it is started.
     *
     * @param duty says which of them are this process's; closed with this
     * @param runs keeps how rounds went of jobs that are this process's
     * @param owner what this process is called there
     * @param registry is shown how they go
     */
    public JobRunner(
            GameEngine engine,
            List<Job> jobs,
            JobDuty duty,
            JobRuns runs,
            String owner,
            MeterRegistry registry) {
        this.engine = engine;
        this.duty = duty;
        this.runs = runs;
        this.owner = owner;
        for (Job job : jobs) {
            BooleanSupplier isOwned = () -> duty.fence(job.name()).isPresent();
            this.jobs.put(
                    job.name(), new Running(job, new JobMeters(registry, job.name(), isOwned)));
        }
        scheduler =
                new ScheduledThreadPoolExecutor(
                        jobs.size() + 1, Thread.ofVirtual().name("job-", 1).factory());
        scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Begins to run them: to be called once. */
    public void start() {
        duty.start(List.copyOf(jobs.keySet()), this::runSoon);
        long firstDueAt = engine.clock().millis() + FIRST_PAUSE.toMillis();
        for (Running each : jobs.values()) {
            each.meters.started(firstDueAt);
            var _ =
                    scheduler.scheduleWithFixedDelay(
                            () -> takeIfOurs(each),
                            FIRST_PAUSE.toMillis(),
                            each.job.pause().toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Runs a round of {@code job} soon, as well as the regular ones, also when the job is another
     * process's: whoever knows that there is something to do need not leave it to that one. Until
     * the round begins, saying so again changes nothing. Cheap.
     *
     * @throws IllegalArgumentException when it is none of the jobs
     */
    public void runSoon(String job) {
        Running running = running(job);
        if (running.isDueSoon.get() || !running.isDueSoon.compareAndSet(false, true)) {
            return;
        }
        try {
            var _ =
                    scheduler.schedule(
                            () -> {
                                running.isDueSoon.set(false);
                                take(running, fence(running), () -> stopping);
                            },
                            SOON.toMillis(),
                            TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The program is stopping; what waits is done after the next start.
            LOG.debug("{} waits for the next start", job, e);
        }
    }

    /**
     * Runs a round of {@code job} now, in this thread, after the one that is under way; also when
     * the job is another process's.
     *
     * @return whether it did all there was to do
     * @throws IllegalArgumentException when it is none of the jobs
     */
    public boolean runNow(String job) {
        return take(running(job), fence(running(job)), () -> stopping);
    }

    private Running running(String job) {
        Running running = jobs.get(job);
        if (running == null) {
            throw new IllegalArgumentException("there is no job '" + job + "' here");
        }
        return running;
    }

    private long fence(Running running) {
        return duty.fence(running.job.name()).orElse(NOT_OURS);
    }

    private void takeIfOurs(Running running) {
        String job = running.job.name();
        OptionalLong fence = duty.fence(job);
        if (fence.isPresent()) {
            // A long round ends early when the job has become another's.
            take(running, fence.getAsLong(), () -> stopping || duty.fence(job).isEmpty());
        }
        running.meters.dueAt(engine.clock().millis() + running.job.pause().toMillis());
    }

    /** Never throws: the scheduler would forget a job that does. */
    private boolean take(Running running, long fence, BooleanSupplier isStopping) {
        running.turn.lock();
        try {
            if (stopping) {
                return false;
            }
            boolean isDone = round(running.job, fence, isStopping);
            running.meters.ended(isDone);
            return isDone;
        } finally {
            running.turn.unlock();
        }
    }

    private boolean round(Job job, long fence, BooleanSupplier isStopping) {
        long beganAt = engine.clock().millis();
        long beganNanos = System.nanoTime();
        long done = 0;
        RuntimeException failure = null;
        try {
            done = job.run(engine, new RoundProgress(job.name(), isStopping));
        } catch (StorageUnavailableException e) {
            failure = e;
            LOG.warn("{} waits, because a store is away: {}", job.name(), e.getMessage());
        } catch (RuntimeException e) {
            // What is done is kept; the next round tries the rest again.
            failure = e;
            LOG.error("{} failed and is tried again", job.name(), e);
        }
        if (fence != NOT_OURS) {
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos);
            keep(
                    new JobRun(
                            job.name(),
                            owner,
                            fence,
                            beganAt,
                            took,
                            done,
                            failure == null ? null : reason(failure),
                            beganAt + took + job.pause().toMillis()));
        }
        return failure == null;
    }

    private void keep(JobRun run) {
        try {
            runs.keep(run);
        } catch (RuntimeException e) {
            LOG.warn("how {} went is not kept: {}", run.job(), e.toString());
        }
    }

    private static String reason(RuntimeException failure) {
        String text = failure.toString();
        return text.substring(0, Math.min(text.length(), JobRun.ERROR_LENGTH_MAX));
    }

    /** Tells a round when to stop, and the log how far a long one has come. */
    private static final class RoundProgress implements Job.Progress {
        private final String job;
        private final BooleanSupplier stops;
        private long toldNanos = System.nanoTime();

        RoundProgress(String job, BooleanSupplier stops) {
            this.job = job;
            this.stops = stops;
        }

        @Override
        public synchronized void done(long count) {
            if (System.nanoTime() - toldNanos > TOLD_EVERY.toNanos()) {
                toldNanos = System.nanoTime();
                LOG.info("{}: {} done so far", job, count);
            }
        }

        @Override
        public boolean isStopping() {
            return stops.getAsBoolean();
        }
    }

    /**
     * Begins no more rounds, and waits for those under way, which are interrupted if they take too
     * long. Again is no error.
     */
    @Override
    public void close() {
        stopping = true;
        scheduler.shutdown();
        try {
            if (!isOver()) {
                LOG.warn("jobs take longer than {} and are interrupted", INTERRUPTED_AFTER);
                scheduler.shutdownNow();
                if (!isOver()) {
                    LOG.error("jobs are still under way; the next start goes on");
                }
            }
        } catch (InterruptedException e) {
            scheduler.shutdownNow();
            Thread.currentThread().interrupt();
        }
        duty.close();
    }

    private boolean isOver() throws InterruptedException {
        return scheduler.awaitTermination(INTERRUPTED_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    }
}
