package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.audit.AuditComparison;
import com.luckyfunatic.engine.audit.AuditDifference;
import com.luckyfunatic.engine.audit.AuditRow;
import com.luckyfunatic.engine.audit.AuditScope;
import com.luckyfunatic.engine.audit.AuditSeal;
import java.util.function.Consumer;

/**
 * Something that is recorded for good, as the rows that are stored: it only grows, at its end.
 * Thread-safe; every method may block, and throws {@link StorageUnavailableException} when the
 * store is away.
 */
public interface AuditLog {
    /** What it is called: a-z and hyphens, at most {@value AuditSeal#LOG_LENGTH_MAX} of them. */
    String name();

    /**
     * Returns the position up to which everything is there that will ever be; 0 for none. Where
     * several processes write, what was written a moment ago is not counted yet.
     *
     * @param nowMillis epoch milliseconds, never less than at the call before
     */
    long settled(long nowMillis);

    /**
     * Hands out rows as they are stored, whether or not they make sense, in the order of their
     * positions.
     *
     * @param after rows behind this position only
     * @param to rows up to this position only
     * @param limit how many at most, at least 1
     */
    void read(long after, long to, int limit, Consumer<AuditRow> consumer);

    /**
     * Hands out rows that are to be sealed, as {@link #read} does. A log whose rows are lists of
     * what lies elsewhere makes and stores them here, from what it trusts: sealing what it finds
     * would put a good seal on whatever somebody has put there.
     */
    default void readToSeal(long after, long to, int limit, Consumer<AuditRow> consumer) {
        read(after, to, limit, consumer);
    }

    /** Returns how many rows there are behind the position {@code after}. */
    long countAfter(long after);

    /**
     * Returns whether rows of {@code seal} may be gone because nobody keeps them for so long.
     *
     * @param before rows before this position are meant only
     * @param nowMillis epoch milliseconds
     */
    boolean mayLack(AuditSeal seal, long before, long nowMillis);

    /**
     * Returns whether its rows are lists of hashes of what lies elsewhere: see {@link #compare}.
     */
    default boolean isListing() {
        return false;
    }

    /** Is told how far a comparison has come. */
    @FunctionalInterface
    interface Progress {
        /** Told now and then. */
        void compared(long rows, long ofRows);
    }

    /**
     * Holds rows that lie elsewhere against what this log has of them, where its rows are lists of
     * hashes: each sealed row has to be there as it was, and no other. A log that is the record
     * itself has nothing to compare.
     *
     * @param found is told each row that is not as it was
     */
    default AuditComparison compare(
            AuditScope scope, Progress progress, Consumer<AuditDifference> found) {
        return AuditComparison.NOTHING;
    }
}
