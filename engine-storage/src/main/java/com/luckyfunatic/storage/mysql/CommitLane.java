package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that commits changes in groups: whatever arrives while one group is written makes up the
 * next.
 */
final class CommitLane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommitLane.class);
    private static final int GROUP_MAX = 128;
    private static final int WAITING_MAX = 20_000;
    private static final long LOCKED_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long FILLING_PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(50);
    private static final long IDLE_SECONDS = 1;

    private final CommitGroup group;
    private final BlockingQueue<WaitingChange> waiting = new LinkedBlockingQueue<>(WAITING_MAX);

    /** Read-held while adding, write-held while closing, so that nothing is left behind. */
    private final ReentrantReadWriteLock closing = new ReentrantReadWriteLock();

    private final GroupFill fill = new GroupFill(GROUP_MAX);
    private volatile boolean closed;
    private final Thread thread;

    CommitLane(int number, CommitGroup group) {
        this.group = group;
        thread = Thread.ofPlatform().name("funatic-ledger-" + number).daemon().start(this::run);
    }

    /**
     * Lets {@code change} wait for its turn.
     *
     * @throws StorageUnavailableException when it is closed, or too many wait
     */
    void add(WaitingChange change) {
        closing.readLock().lock();
        try {
            if (closed || !waiting.offer(change)) {
                throw new StorageUnavailableException(
                        closed ? "the ledger is closed" : "MySQL does not keep up");
            }
        } finally {
            closing.readLock().unlock();
        }
    }

    private void run() {
        List<WaitingChange> next = new ArrayList<>(GROUP_MAX);
        while (!closed || !waiting.isEmpty() || !next.isEmpty()) {
            take(next);
            List<WaitingChange> timely = refuseLate(next);
            next.clear();
            if (!timely.isEmpty()) {
                long began = System.nanoTime();
                next.addAll(commit(timely));
                fill.written(timely.size(), waiting.size(), System.nanoTime() - began);
            }
        }
    }

    /** Fills up {@code next}, which may hold changes that could not be committed yet. */
    private void take(List<WaitingChange> next) {
        try {
            if (next.isEmpty()) {
                WaitingChange first = waiting.poll(IDLE_SECONDS, TimeUnit.SECONDS);
                if (first == null) {
                    return;
                }
                next.add(first);
            } else if (waiting.isEmpty()) {
                LockSupport.parkNanos(LOCKED_PAUSE_NANOS);
            }
            fill(next.size());
            waiting.drainTo(next, GROUP_MAX - next.size());
        } catch (InterruptedException e) {
            LOG.warn("The ledger was interrupted and goes on; close the database to stop it");
        }
    }

    /** Waits for those who probably come at once; {@code taken} are in the group already. */
    private void fill(int taken) {
        long began = System.nanoTime();
        while (!closed && fill.isWaiting(taken + waiting.size(), System.nanoTime() - began)) {
            LockSupport.parkNanos(FILLING_PAUSE_NANOS);
        }
    }

    private static List<WaitingChange> refuseLate(List<WaitingChange> changes) {
        List<WaitingChange> timely = new ArrayList<>(changes.size());
        for (WaitingChange change : changes) {
            if (change.isTooLate()) {
                change.result()
                        .completeExceptionally(
                                new StorageUnavailableException("MySQL did not come to it"));
            } else {
                timely.add(change);
            }
        }
        return timely;
    }

    /** Commits changes and returns those whose players were locked by others. */
    private List<WaitingChange> commit(List<WaitingChange> changes) {
        try {
            Map<WaitingChange, HardResult> results = group.commit(changes);
            results.forEach((change, result) -> change.result().complete(result));
            return changes.stream().filter(change -> !results.containsKey(change)).toList();
        } catch (SQLException e) {
            if (changes.size() > 1 && !SqlErrors.mayPass(e)) {
                return commitOneByOne(changes);
            }
            fail(changes, Transactions.unavailable(e));
        } catch (StorageException e) {
            fail(changes, e);
        } catch (RuntimeException | Error e) {
            LOG.error("Committing {} hard changes failed", changes.size(), e);
            fail(changes, e);
        }
        return List.of();
    }

    /** The database refuses something about one of them: the others must not suffer from it. */
    private List<WaitingChange> commitOneByOne(List<WaitingChange> changes) {
        List<WaitingChange> locked = new ArrayList<>();
        for (WaitingChange change : changes) {
            locked.addAll(commit(List.of(change)));
        }
        return locked;
    }

    private static void fail(List<WaitingChange> changes, Throwable reason) {
        changes.forEach(change -> change.result().completeExceptionally(reason));
    }

    @Override
    public void close() {
        closing.writeLock().lock();
        try {
            closed = true;
        } finally {
            closing.writeLock().unlock();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
