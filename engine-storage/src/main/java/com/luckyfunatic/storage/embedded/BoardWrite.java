package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.storage.StorageCorruptException;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something decided on a leaderboard by the writer, who alone changes them: what it reads is what
 * all earlier writes lead to. What cannot be understood fails this write, not those beside it.
 *
 * @param <T> what comes of it
 */
final class BoardWrite<T> extends Write {
    private final boolean forced;
    private final Decision<T> decision;
    private final Effect<T> effect;
    private volatile @Nullable T result;
    private volatile @Nullable StorageCorruptException corrupt;

    /** Reads, decides and writes, inside a transaction. */
    @FunctionalInterface
    interface Decision<T> {
        T make(BoardRows rows) throws SQLException;
    }

    /** Learns what was committed. */
    @FunctionalInterface
    interface Effect<T> {
        void committed(T result);
    }

    BoardWrite(boolean forced, Decision<T> decision, Effect<T> effect) {
        this.forced = forced;
        this.decision = decision;
        this.effect = effect;
    }

    @Override
    boolean isForced() {
        return forced;
    }

    @Override
    void apply(WriterStatements statements) throws SQLException {
        try {
            result = decision.make(new BoardRows(statements::prepare));
        } catch (StorageCorruptException e) {
            corrupt = e;
        }
    }

    @Override
    void committed() {
        T made = result;
        if (made != null) {
            effect.committed(made);
        }
    }

    /** Queues it, waits for it and returns what came of it. */
    T runBy(GroupCommit writer) {
        writer.submit(this);
        await();
        T made = result;
        if (made == null) {
            throw new StorageCorruptException(
                    "a leaderboard cannot be understood", Objects.requireNonNull(corrupt));
        }
        return made;
    }
}
