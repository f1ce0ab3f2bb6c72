package com.luckyfunatic.engine.player;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandReason;
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

    /**
     * Lets the game of a player begin anew; what there was of it is kept until the next reset, so
     * that it can be restored.
     *
     * @param reason 1 to {@value CommandReason#LENGTH_MAX} characters
     */
    record ResetPlayer(String reason) implements PlayerCommand {
        /** Checks the range. */
        public ResetPlayer {
            CommandReason.require(reason);
        }

        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }

    /**
     * Brings the game from before the last reset back, once; what was played since goes.
     *
     * @param reason 1 to {@value CommandReason#LENGTH_MAX} characters
     */
    record RestorePlayer(String reason) implements PlayerCommand {
        /** Checks the range. */
        public RestorePlayer {
            CommandReason.require(reason);
        }

        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }
}
