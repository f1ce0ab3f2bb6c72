package com.luckyfunatic.storage.distributed;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once a minute in the log what the background work has done, if anything. Thread-safe. */
final class WorkSummary implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkSummary.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final StorageWork work;
    private final InstantSource clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    /** What was done up to a moment. */
    private record Done(
            long archived,
            long audited,
            long quarantined,
            long snapshots,
            long stale,
            long evicted,
            long stockSettled) {
        static Done of(StorageWork work) {
            return new Done(
                    work.archived(),
                    work.audited(),
                    work.quarantined(),
                    work.snapshots(),
                    work.staleFlushes(),
                    work.evicted(),
                    work.stockSettled());
        }

        Done since(Done before) {
            return new Done(
                    archived - before.archived,
                    audited - before.audited,
                    quarantined - before.quarantined,
                    snapshots - before.snapshots,
                    stale - before.stale,
                    evicted - before.evicted,
                    stockSettled - before.stockSettled);
        }
    }

    private WorkSummary(StorageWork work, InstantSource clock) {
        this.work = work;
        this.clock = clock;
        thread = Thread.ofVirtual().name("storage-summary").unstarted(this::run);
    }

    static WorkSummary start(StorageWork work, InstantSource clock) {
        WorkSummary summary = new WorkSummary(work, clock);
        summary.thread.start();
        return summary;
    }

    private void run() {
        Done before = Done.of(work);
        try {
            while (!stopping.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                Done now = Done.of(work);
                say(now.since(before));
                before = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(Done done) {
        if (done.equals(new Done(0, 0, 0, 0, 0, 0, 0))) {
            return;
        }
        LOG.info(
                "in a minute: {} changes archived, {} audited, {} quarantined; {} snapshots"
                        + " written, {} out of date; {} players evicted, {} purchases from stock"
                        + " settled; {} changes wait, the oldest for {} ms",
                done.archived,
                done.audited,
                done.quarantined,
                done.snapshots,
                done.stale,
                done.evicted,
                done.stockSettled,
                work.waiting(),
                work.auditLagMillis(clock.millis()));
    }

    @Override
    public void close() {
        stopping.countDown();
    }
}
