package com.luckyfunatic.engine;

import com.luckyfunatic.engine.player.PlayerId;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way to a player's state.
 *
 * @param player whose state it is about
 * @param operationId the caller's name for the intent; null when the caller has none, and then a
 *     repeat is a new intent
 * @param nowMillis the moment it is decided at, epoch milliseconds
 * @param actor who causes it
 * @param command what is wanted
 * @param decideBeforeMillis from this moment on it is refused unless it was decided before, epoch
 *     milliseconds; {@link #ANY_TIME} for a command that may come whenever it likes. Not part of
 *     the intent: a repeat may have another
 */
public record CommandEnvelope(
        PlayerId player,
        @Nullable OperationId operationId,
        long nowMillis,
        Actor actor,
        Command command,
        long decideBeforeMillis) {
    /** The limit of a command that has none. */
    public static final long ANY_TIME = Long.MAX_VALUE;

    /** A command that may come whenever it likes. */
    public CommandEnvelope(
            PlayerId player,
            @Nullable OperationId operationId,
            long nowMillis,
            Actor actor,
            Command command) {
        this(player, operationId, nowMillis, actor, command, ANY_TIME);
    }

    /** Returns whether it comes too late to be decided. */
    public boolean isLate() {
        return nowMillis >= decideBeforeMillis;
    }
}
