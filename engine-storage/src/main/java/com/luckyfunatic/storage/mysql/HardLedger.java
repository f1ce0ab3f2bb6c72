package com.luckyfunatic.storage.mysql;

import static java.util.Objects.requireNonNull;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * Commits hard changes: many callers' changes share a transaction, so that one write to disk serves
 * them all. Each change has a result of its own. Changes of one player are committed in the order
 * in which they were handed in. Thread-safe.
 */
public final class HardLedger implements AutoCloseable {
    /** More transactions at once gain little: the disk serves them one after the other. */
    private static final int LANES = 2;

    private final Transactions transactions;
    private final List<CommitLane> lanes;

    HardLedger(Transactions transactions, CommitGroup group) {
        this.transactions = transactions;
        lanes = IntStream.range(0, LANES).mapToObj(lane -> new CommitLane(lane, group)).toList();
    }

    /**
     * Commits {@code change}: its operation, follow-ups and snapshot, all or nothing.
     *
     * @throws StorageUnavailableException when the database did not confirm it in time; whether it
     *     is committed is unknown, and the same call may be repeated
     */
    public HardResult commit(HardChange change) {
        long deadline = transactions.deadline();
        WaitingChange waiting = new WaitingChange(change, deadline);
        lane(change.operation().player()).add(waiting);
        try {
            return waiting.result().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new StorageUnavailableException("MySQL did not confirm the change in time", e);
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException("interrupted while MySQL was writing", e);
        }
    }

    private static StorageException failure(ExecutionException e) {
        // A new exception, so that the caller's own stack is seen.
        Throwable cause = requireNonNull(e.getCause());
        return new StorageUnavailableException(String.valueOf(cause.getMessage()), cause);
    }

    private CommitLane lane(PlayerId player) {
        return lanes.get(Math.floorMod(Long.hashCode(player.value()), LANES));
    }

    /** Commits what waits, then stops; later changes are refused. */
    @Override
    public void close() {
        lanes.forEach(CommitLane::close);
    }
}
