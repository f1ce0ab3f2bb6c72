package com.luckyfunatic.engine.balloon;

import com.luckyfunatic.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** Why a game of balloons does not start or count; the rules check in the order of this file. */
public sealed interface BalloonRefusal extends Refusal {
    /** The content has no such game. */
    record BalloonsNotOffered() implements BalloonRefusal {
        @Override
        public String code() {
            return "balloons_not_offered";
        }
    }

    /**
     * The player has started another game since.
     *
     * @param live the one; null when it was finished already
     */
    record BalloonsReplaced(@Nullable BalloonGameId live) implements BalloonRefusal {
        @Override
        public String code() {
            return "balloons_replaced";
        }
    }
}
