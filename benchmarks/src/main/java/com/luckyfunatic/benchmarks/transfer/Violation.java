package com.luckyfunatic.benchmarks.transfer;

import java.util.Locale;

/** A broken promise. */
record Violation(Kind kind, String detail) {
    /** Which promise. */
    enum Kind {
        /** Neither side has it, or the game does not know what it has answered. */
        LOST,
        /** Both sides have it, or one has it twice. */
        DOUBLED,
        /**
         * It was sent again although it had arrived: only the platform's memory saved the items.
         */
        SENT_BLINDLY,
        /** Nobody gets it any more, and nobody has it. */
        STUCK,
        /** It is not the one that was asked for. */
        CHANGED;

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
