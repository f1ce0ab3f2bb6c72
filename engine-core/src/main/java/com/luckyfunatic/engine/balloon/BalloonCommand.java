package com.luckyfunatic.engine.balloon;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;

/** Commands on games of balloons. */
public sealed interface BalloonCommand extends Command {
    /**
     * Starts a game; the one before, if its result has not come, will not count any more. So a
     * player has one game at a time, on however many servers.
     */
    record StartBalloons(BalloonGameId game) implements BalloonCommand {
        @Override
        public Durability durability() {
            return Durability.SOFT;
        }
    }

    /** Counts the result of the game that the player has started, and pays for it. */
    record FinishBalloons(BalloonGameId game, BalloonScore score) implements BalloonCommand {
        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }
}
