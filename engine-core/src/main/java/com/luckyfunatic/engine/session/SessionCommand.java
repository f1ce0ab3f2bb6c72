package com.luckyfunatic.engine.session;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;

/** Commands on sessions. */
public sealed interface SessionCommand extends Command {
    /** Begins a session; the player's next command collects passive income first. */
    record LogIn(long session) implements SessionCommand {
        /** Checks the range. */
        public LogIn {
            if (session <= 0) {
                throw new IllegalArgumentException("a session is positive, was " + session);
            }
        }

        @Override
        public Durability durability() {
            return Durability.SOFT;
        }
    }
}
