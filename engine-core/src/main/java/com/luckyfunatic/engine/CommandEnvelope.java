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
 */
public record CommandEnvelope(
        PlayerId player,
        @Nullable OperationId operationId,
        long nowMillis,
        Actor actor,
        Command command) {}
