package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.storage.StateChange;

/**
 * Names of hard changes that came without one: each is a row of the ledger, and a row has a name.
 */
final class HardOperations {
    private HardOperations() {}

    /** Returns the name of {@code change}. */
    static OperationId idOf(StateChange change) {
        return OperationId.own("change:" + change.id());
    }
}
