package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.RuleHandler;
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

    /**
     * Returns the game's own rules if this decides exactly as they do, so that a store may let a
     * copy of them decide instead of asking this; null otherwise. Whoever wraps a handler only to
     * look on passes on what that one returns.
     */
    default @Nullable RuleHandler rules() {
        return null;
    }
}
