package com.luckyfunatic.engine;

import com.luckyfunatic.engine.player.PlayerId;

/**
 * A command that one player's event calls for on another player, or on the same one later.
 *
 * @param player on whom
 * @param operationId deterministic, so that carrying it out again changes nothing
 * @param command what
 * @param dueAtMillis not before this moment, epoch milliseconds; 0 for at once
 */
public record FollowUp(
        PlayerId player, OperationId operationId, Command command, long dueAtMillis) {
    /** Calls for a command at once. */
    public FollowUp(PlayerId player, OperationId operationId, Command command) {
        this(player, operationId, command, 0);
    }
}
