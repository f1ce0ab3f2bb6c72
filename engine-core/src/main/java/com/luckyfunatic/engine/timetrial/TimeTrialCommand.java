package com.luckyfunatic.engine.timetrial;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;

/** Commands on time trials. */
public sealed interface TimeTrialCommand extends Command {
    /** Begins a try at a level; one that goes on ends without a result. */
    record StartTimeTrial(TimeTrialId trial) implements TimeTrialCommand {
        @Override
        public Durability durability() {
            return Durability.SOFT;
        }
    }

    /**
     * Ends a try. What it pays makes it hard.
     *
     * @param nonce that of the try
     */
    record FinishTimeTrial(TimeTrialId trial, long nonce) implements TimeTrialCommand {
        @Override
        public Durability durability() {
            return Durability.SOFT;
        }
    }
}
