package com.luckyfunatic.engine.tap;

import com.luckyfunatic.engine.Refusal;

/** Why a tap is refused. Missing energy is no reason: such a tap is cut, not refused. */
public sealed interface TapRefusal extends Refusal {
    /** The numbered tap belongs to a session that newer ones have displaced. */
    record TapSessionSuperseded(long session) implements TapRefusal {
        @Override
        public String code() {
            return "session_superseded";
        }
    }
}
