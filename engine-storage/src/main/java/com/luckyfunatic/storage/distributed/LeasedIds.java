package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.id.IdSource;
import com.luckyfunatic.engine.id.SnowflakeIds;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.storage.mysql.WorkerIds;
import com.luckyfunatic.storage.mysql.WorkerIds.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ids under a worker number that MySQL has leased to this process. Each id bears a time within the
 * lease, by the clock of the database; where the lease ends, there are no more ids: rather none
 * than one twice. Thread-safe.
 */
final class LeasedIds implements IdSource, AutoCloseable {
    /** How long soft changes go on without MySQL. */
    static final Duration LEASE = Duration.ofMinutes(30);

    static final Duration RENEWED_EVERY = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(LeasedIds.class);

    private final WorkerIds numbers;
    private final String owner;
    private final Duration duration;
    private final Thread renewal;
    private final CountDownLatch stopping = new CountDownLatch(1);

    private volatile @Nullable Term term;
    private volatile boolean closed;

    private LeasedIds(WorkerIds numbers, String owner, Duration duration, Duration renewedEvery) {
        this.numbers = numbers;
        this.owner = owner;
        this.duration = duration;
        term = begin();
        renewal =
                Thread.ofVirtual().name("worker-number").start(() -> renewRegularly(renewedEvery));
    }

    /** A worker number and its generator, which takes the time from {@code anchor}. */
    private record Term(WorkerId worker, SnowflakeIds ids, Anchor anchor) {
        long next() {
            long id = ids.next();
            if (SnowflakeIds.millisOf(id) >= worker.untilMillis()) {
                throw new StorageUnavailableException(
                        "the lease of worker number " + worker.number() + " has ended");
            }
            return id;
        }
    }

    /** The time of the database, counted on from when it was told. */
    private static final class Anchor {
        private volatile At at;

        private record At(long millis, long nanos) {}

        Anchor(long millis) {
            at = new At(millis, System.nanoTime());
        }

        void set(long millis) {
            at = new At(millis, System.nanoTime());
        }

        long millis() {
            At told = at;
            return told.millis() + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - told.nanos());
        }
    }

    /**
     * Takes a number.
     *
     * @param owner unique among processes
     * @throws StorageUnavailableException when there is none
     */
    static LeasedIds begin(WorkerIds numbers, String owner) {
        return begin(numbers, owner, LEASE, RENEWED_EVERY);
    }

    static LeasedIds begin(
            WorkerIds numbers, String owner, Duration duration, Duration renewedEvery) {
        return new LeasedIds(numbers, owner, duration, renewedEvery);
    }

    @Override
    public long next() {
        Term held = term;
        if (held == null) {
            throw new StorageUnavailableException("this process has no worker number for ids");
        }
        long id = held.next();
        // Asked afterwards: an id that is given out was made before the number was given back, so
        // it is less than the last one, of which MySQL is told.
        if (closed) {
            throw new StorageUnavailableException("the worker number has been given back");
        }
        return id;
    }

    /**
     * Finds out whether there are ids.
     *
     * @throws StorageUnavailableException when there are not
     */
    void checkAvailable() {
        var _ = next();
    }

    /** The number in use; -1 for none. */
    int number() {
        Term held = term;
        return held == null ? -1 : held.worker().number();
    }

    private Term begin() {
        WorkerId worker = numbers.acquire(owner, duration);
        Anchor anchor = new Anchor(worker.nowMillis());
        return new Term(
                worker,
                new SnowflakeIds(
                        worker.number(),
                        () -> Instant.ofEpochMilli(anchor.millis()),
                        SnowflakeIds.lastAt(worker.fromMillis())),
                anchor);
    }

    private void renewRegularly(Duration every) {
        while (!isStopping(every)) {
            try {
                renew();
            } catch (StorageException e) {
                LOG.warn("the worker number is not renewed yet: {}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("the worker number could not be renewed and is tried again", e);
            }
        }
    }

    private boolean isStopping(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Renews the lease; a lost one is given up, then another number is taken. */
    synchronized void renew() {
        if (closed) {
            return;
        }
        Term held = term;
        if (held != null) {
            Optional<WorkerId> renewed = numbers.renew(held.worker(), duration);
            if (renewed.isPresent()) {
                held.anchor().set(renewed.get().nowMillis());
                term = new Term(renewed.get(), held.ids(), held.anchor());
                return;
            }
            term = null;
            LOG.error(
                    "worker number {} was taken over by another process: no ids until there is"
                            + " another",
                    held.worker().number());
        }
        term = begin();
        LOG.warn("ids are made under worker number {} now", number());
    }

    /** Gives the number back; later ids are refused. */
    @Override
    public void close() {
        stopping.countDown();
        giveBack();
        renewal.interrupt();
    }

    private synchronized void giveBack() {
        boolean again = closed;
        closed = true;
        Term held = term;
        if (held != null && !again) {
            try {
                long last = SnowflakeIds.millisOf(held.ids().next());
                numbers.release(held.worker(), last + 1);
            } catch (StorageException e) {
                LOG.info("the worker number could not be given back; its lease ends by itself");
            }
        }
    }
}
