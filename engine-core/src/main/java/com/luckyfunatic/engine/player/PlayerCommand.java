package com.luckyfunatic.engine.player;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;
import org.jspecify.annotations.Nullable;

/** Commands on a player as a whole. */
public sealed interface PlayerCommand extends Command {
    /** The most characters of a reason. */
    int REASON_LENGTH_MAX = 200;

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
     * @param reason 1 to {@value #REASON_LENGTH_MAX} characters
     */
    record ResetPlayer(String reason) implements PlayerCommand {
        /** Checks the range. */
        public ResetPlayer {
            requireReason(reason);
        }

        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }

    /**
     * Brings the game from before the last reset back, once; what was played since goes.
     *
     * @param reason 1 to {@value #REASON_LENGTH_MAX} characters
     */
    record RestorePlayer(String reason) implements PlayerCommand {
        /** Checks the range. */
        public RestorePlayer {
            requireReason(reason);
        }

        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > REASON_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "reason must have 1 to " + REASON_LENGTH_MAX + " characters");
        }
    }
}
