package com.luckyfunatic.engine.frenzy;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;

/** Commands on frenzy. */
public sealed interface FrenzyCommand extends Command {
    /** Starts frenzy; the meter must be full. */
    record StartFrenzy() implements FrenzyCommand {
        @Override
        public Durability durability() {
            return Durability.SOFT;
        }
    }
}
