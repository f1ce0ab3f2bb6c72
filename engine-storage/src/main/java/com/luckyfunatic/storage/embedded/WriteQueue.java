package com.luckyfunatic.storage.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The writes that wait for the writer, who takes them by transactions. Adding is thread-safe; only
 * the writer takes.
 */
final class WriteQueue {
    private static final int BATCH_MAX = 2_048;
    private static final int FEW = 2;
    private static final long MOMENT_NANOS = TimeUnit.MICROSECONDS.toNanos(300);

    private final BlockingQueue<Write> waiting = new LinkedBlockingQueue<>();
    private final Runnable moment;
    private int lastTaken;

    WriteQueue() {
        this(() -> LockSupport.parkNanos(MOMENT_NANOS));
    }

    /**
     * @param moment waits a moment
     */
    WriteQueue(Runnable moment) {
        this.moment = moment;
    }

    void add(Write write) {
        waiting.add(write);
    }

    int size() {
        return waiting.size();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /**
     * Takes what belongs into the next transaction: all that waits. When many write at once, those
     * who were just answered come back within a moment, and waiting for them costs less than
     * another transaction and waking everybody twice.
     *
     * @param patienceNanos for how long to wait for a first one
     * @return none when none came
     */
    List<Write> take(long patienceNanos) throws InterruptedException {
        Write first = waiting.poll(patienceNanos, TimeUnit.NANOSECONDS);
        if (first == null) {
            return List.of();
        }
        List<Write> taken = new ArrayList<>();
        taken.add(first);
        takeRest(taken);
        if (lastTaken > FEW && taken.size() < lastTaken) {
            moment.run();
            takeRest(taken);
        }
        lastTaken = taken.size();
        return taken;
    }

    private void takeRest(List<Write> taken) {
        waiting.drainTo(taken, BATCH_MAX - taken.size());
    }
}
