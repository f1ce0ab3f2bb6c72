package com.luckyfunatic.operations.adjust;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;

/**
 * One row of a file of adjustments. Immutable and thread-safe.
 *
 * @param row which one, the header being 1
 * @param name the row's operation id as it is written
 * @param player whose
 * @param command what is done, at most once for ever under {@link #operationId}
 */
public record Adjustment(int row, String name, PlayerId player, Command command) {
    /** The most characters of a row's operation id. */
    public static final int NAME_LENGTH_MAX = 50;

    /** Returns the name that the engine knows it by, which no player's own can be. */
    public OperationId operationId() {
        return OperationId.own("adjust:" + name);
    }
}
