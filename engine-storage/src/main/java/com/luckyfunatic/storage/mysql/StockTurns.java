package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.id.TextId;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets the callers of this process change supplies, or raffles, in groups: who comes first does the
 * work of all who wait in one transaction, so that a crowd before one supply shares a write to
 * disk, and does not take every connection only to wait for one row. It protects nothing: the
 * statements do. Thread-safe.
 */
final class StockTurns {
    private static final int GROUP_MAX = 64;

    private final Transactions transactions;
    private final Queue<Turn<?>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock leader = new ReentrantLock();

    StockTurns(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What is done on one supply; when it throws, it has changed nothing. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /**
     * Does {@code work} in a transaction, perhaps several times until it succeeds.
     *
     * @throws StorageUnavailableException when that failed; whether it is committed may be unknown
     */
    <T> T run(TextId stock, Work<T> work) {
        long deadline = transactions.deadline();
        Turn<T> mine = new Turn<>(stock, work, deadline);
        waiting.add(mine);
        try {
            while (mine.isWaiting()) {
                if (!leader.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    throw new StorageUnavailableException("MySQL did not come to it");
                }
                try {
                    if (mine.isWaiting()) {
                        commit(next());
                    }
                } finally {
                    leader.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException("interrupted while waiting for MySQL", e);
        } finally {
            waiting.remove(mine);
        }
        return mine.result();
    }

    /** Takes those who have waited longest, in the one order in which supplies are locked. */
    private List<Turn<?>> next() {
        List<Turn<?>> next = new ArrayList<>();
        Turn<?> turn = waiting.poll();
        while (turn != null) {
            next.add(turn);
            turn = next.size() < GROUP_MAX ? waiting.poll() : null;
        }
        next.sort(Comparator.comparing(each -> each.stock.value()));
        return next;
    }

    private void commit(List<Turn<?>> turns) {
        try {
            long latest = turns.getFirst().deadline;
            for (Turn<?> turn : turns) {
                latest = turn.deadline - latest > 0 ? turn.deadline : latest;
            }
            transactions.runUntil(
                    latest,
                    connection -> {
                        for (Turn<?> turn : turns) {
                            turn.attempt(connection);
                        }
                        return true;
                    });
            turns.forEach(Turn::committed);
        } catch (SQLException e) {
            if (turns.size() > 1 && !SqlErrors.mayPass(e)) {
                // The database refuses something about one: the others must not suffer from it.
                turns.forEach(turn -> commit(List.of(turn)));
            } else {
                turns.forEach(turn -> turn.failed(Transactions.unavailable(e)));
            }
        } catch (RuntimeException | Error e) {
            StorageException unavailable =
                    new StorageUnavailableException("MySQL did not carry it out", e);
            turns.forEach(turn -> turn.failed(unavailable));
        }
    }

    /** One caller's work, and what came of it. */
    private static final class Turn<T> {
        private final TextId stock;
        private final Work<T> work;
        private final long deadline;
        private @Nullable T made;
        private @Nullable StorageException failure;
        private volatile boolean over;

        Turn(TextId stock, Work<T> work, long deadline) {
            this.stock = stock;
            this.work = work;
            this.deadline = deadline;
        }

        boolean isWaiting() {
            return !over;
        }

        void attempt(Connection connection) throws SQLException {
            made = null;
            failure = null;
            try {
                made = work.run(connection);
            } catch (StorageException e) {
                failure = e;
            }
        }

        void committed() {
            over = true;
        }

        void failed(StorageException reason) {
            failure = reason;
            over = true;
        }

        T result() {
            StorageException reason = failure;
            if (reason instanceof StorageCorruptException) {
                throw reason;
            }
            if (reason != null) {
                // A new exception, so that the caller's own stack is seen.
                throw new StorageUnavailableException(String.valueOf(reason.getMessage()), reason);
            }
            return Objects.requireNonNull(made);
        }
    }
}
