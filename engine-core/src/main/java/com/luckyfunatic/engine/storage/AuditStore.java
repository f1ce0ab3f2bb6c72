package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.audit.AuditSeal;
import java.util.List;
import java.util.Optional;

/**
 * What is recorded for good, and its seals, which only grow. Thread-safe; every method may block,
 * and throws {@link StorageUnavailableException} when the store is away.
 */
public interface AuditStore {
    /** Returns what is recorded; the same logs under the same names each time. */
    List<AuditLog> logs();

    /**
     * Adds a seal, durably; the same again is no error.
     *
     * @return whether it is there; false when its log has another of this number, or has none of
     *     the number before
     */
    boolean append(AuditSeal seal);

    /** Returns the last seal of {@code log}. */
    Optional<AuditSeal> last(String log);

    /**
     * Returns seals of {@code log} in their order.
     *
     * @param after only those with a greater number; 0 for all
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    List<AuditSeal> seals(String log, long after, int limit);
}
