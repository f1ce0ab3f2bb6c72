package com.luckyfunatic.storage.mysql;

import java.util.List;

/**
 * A change that is answered only when it is committed here.
 *
 * @param snapshot the state after it
 * @param operation the operation that made it; always of the same player, with a change id, lasting
 * @param followUps what it calls for, in order
 */
public record HardChange(
        SnapshotWrite snapshot, StoredOperation operation, List<CalledFor> followUps) {
    /** Checks that the parts belong together. */
    public HardChange {
        if (!operation.player().equals(snapshot.snapshot().player())
                || operation.changeId() == null
                || !operation.lasting()) {
            throw new IllegalArgumentException("not the operation of a hard change: " + operation);
        }
        followUps = List.copyOf(followUps);
    }
}
