package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.player.PlayerState;
import org.jspecify.annotations.Nullable;

/**
 * Applies the rules to a command. A store may call it more than once for one command when others
 * changed the state in between; it has no effect of its own.
 */
@FunctionalInterface
public interface CommandHandler {
    /**
     * Returns what the rules make of {@code envelope}.
     *
     * @param state the player's state; null when there is no such player
     */
    Handled handle(@Nullable PlayerState state, CommandEnvelope envelope);
}
