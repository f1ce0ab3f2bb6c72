package com.luckyfunatic.engine.tap;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;
import org.jspecify.annotations.Nullable;

/** Commands on taps. */
public sealed interface TapCommand extends Command {
    /**
     * Taps {@code count} times.
     *
     * @param count 1 to {@link #COUNT_MAX}
     * @param sequence the client's number for it; null when it gives none, and then a repeat taps
     *     again
     */
    record Tap(int count, @Nullable TapSequence sequence) implements TapCommand {
        /** The most taps of one command. */
        public static final int COUNT_MAX = 50;

        /** Checks the range. */
        public Tap {
            if (count < 1 || count > COUNT_MAX) {
                throw new IllegalArgumentException(
                        "taps must be 1 to " + COUNT_MAX + ", was " + count);
            }
        }

        /** Taps without a number. */
        public Tap(int count) {
            this(count, null);
        }

        @Override
        public Durability durability() {
            return Durability.SOFT;
        }

        @Override
        public Tap intent() {
            return sequence == null ? this : new Tap(count, sequence.inAnySession());
        }
    }
}
