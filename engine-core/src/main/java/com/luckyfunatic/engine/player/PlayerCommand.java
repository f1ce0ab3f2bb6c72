package com.luckyfunatic.engine.player;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;
import org.jspecify.annotations.Nullable;

/** Commands on a player as a whole. */
public sealed interface PlayerCommand extends Command {
    /**
     * Starts the game of a new player.
     *
     * @param referrer who invited them; null for nobody
     * @param premium whether they have Telegram Premium
     */
    record CreatePlayer(@Nullable PlayerId referrer, boolean premium) implements PlayerCommand {
        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }

    /**
     * Forgets what the state holds of the person who plays; amounts stay. {@link
     * com.luckyfunatic.engine.Erasure} carries it out, with what else there is to forget.
     */
    record ErasePlayer() implements PlayerCommand {
        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }
}
