package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.player.PlayerId;

/**
 * What operators asked for, refused attempts and reads of personal data included. It only grows:
 * nothing here changes or deletes an entry. Thread-safe; every method may block.
 */
public interface OperatorActions {
    /**
     * Adds an entry; the same again is no error. It returns when that is durable.
     *
     * @throws StorageConflictException when another entry has the id
     * @throws StorageUnavailableException when the store is away or full
     */
    void append(OperatorAction action);

    /**
     * Returns entries, latest first.
     *
     * @param beforeId only entries with a smaller id; {@link Long#MAX_VALUE} for all
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    Page<OperatorAction> latest(long beforeId, int limit);

    /** Returns what {@code operator} asked for, like {@link #latest}. */
    Page<OperatorAction> of(OperatorName operator, long beforeId, int limit);

    /** Returns what was asked for about {@code player}, like {@link #latest}. */
    Page<OperatorAction> about(PlayerId player, long beforeId, int limit);
}
