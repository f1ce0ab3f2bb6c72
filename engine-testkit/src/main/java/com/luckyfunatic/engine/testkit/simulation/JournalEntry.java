package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StateChange;
import org.jspecify.annotations.Nullable;

/**
 * A change in the journal of the hot store, with the answer to its operation.
 *
 * @param name its place
 */
record JournalEntry(
        long name,
        StateChange change,
        @Nullable OperationId operation,
        @Nullable KeptAnswer answer) {
    PlayerId player() {
        return change.player();
    }

    long sequence() {
        return change.sequence();
    }
}
