package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.storage.StorageCorruptException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work of the writer that comes to something: it reads what all earlier writes lead to, decides and
 * writes, in one step. What cannot be understood fails this write, not those beside it; so work
 * understands everything before it changes anything.
 *
 * @param <T> what it comes to
 */
final class WorkWrite<T> extends Write {
    private final boolean forced;
    private final Work<T> work;
    private final Consumer<T> effect;
    private volatile @Nullable T result;
    private volatile @Nullable StorageCorruptException corrupt;

    /** Reads, decides and writes, inside a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run(WriterStatements statements) throws SQLException;
    }

    /**
     * @param effect learns what was committed
     */
    WorkWrite(boolean forced, Work<T> work, Consumer<T> effect) {
        this.forced = forced;
        this.work = work;
        this.effect = effect;
    }

    /** Has {@code writer} do {@code work}, forced to disk, and returns what it came to. */
    static <T> T forced(GroupCommit writer, Work<T> work) {
        return new WorkWrite<>(true, work, _ -> {}).runBy(writer);
    }

    @Override
    boolean isForced() {
        return forced;
    }

    @Override
    void apply(WriterStatements statements) throws SQLException {
        try {
            result = work.run(statements);
        } catch (StorageCorruptException e) {
            corrupt = e;
        }
    }

    @Override
    void committed() {
        T made = result;
        if (made != null) {
            effect.accept(made);
        }
    }

    /** Queues it, waits for it and returns what it came to. */
    T runBy(GroupCommit writer) {
        writer.submit(this);
        await();
        T made = result;
        if (made == null) {
            throw new StorageCorruptException(
                    "what is stored cannot be understood", Objects.requireNonNull(corrupt));
        }
        return made;
    }
}
