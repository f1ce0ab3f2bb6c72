package com.luckyfunatic.benchmarks.transfer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where the steps of a server are counted until the one in which it is killed; that one stands
 * still until the server is dead. Thread-safe.
 */
final class Moments {
    /** So long a server may be without the step that was wanted. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private volatile @Nullable Wanted wanted;

    private static final class Wanted {
        private final KillMoment moment;
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch dead = new CountDownLatch(1);
        private int counted;

        Wanted(KillMoment moment) {
            this.moment = moment;
        }

        synchronized boolean isReachedBy(KillMoment.Step step) {
            return step == moment.step() && ++counted == moment.number();
        }
    }

    /** A kill of whatever server runs. */
    interface Kill {
        /** Kills it, and returns when it is dead. */
        void now() throws InterruptedException;
    }

    /**
     * Kills at {@code moment}; or, when it does not come, after half a minute.
     *
     * @return whether it came
     */
    boolean killAt(KillMoment moment, Kill kill) throws InterruptedException {
        Wanted next = new Wanted(moment);
        wanted = next;
        boolean came = next.reached.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (came && moment.delay().isPositive()) {
            LockSupport.parkNanos(moment.delay().toNanos());
        }
        try {
            kill.now();
        } finally {
            wanted = null;
            next.dead.countDown();
        }
        return came;
    }

    /** A server takes {@code step}. */
    void taken(KillMoment.Step step) {
        Wanted now = wanted;
        if (now == null || !now.isReachedBy(step)) {
            return;
        }
        now.reached.countDown();
        if (now.moment.delay().isZero()) {
            try {
                now.dead.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
