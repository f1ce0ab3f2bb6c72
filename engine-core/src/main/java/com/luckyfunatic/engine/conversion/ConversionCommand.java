package com.luckyfunatic.engine.conversion;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;

/** Commands on conversions. */
public sealed interface ConversionCommand extends Command {
    /**
     * Makes a conversion so many times.
     *
     * @param count 1 to {@link #COUNT_MAX}
     */
    record Convert(ConversionId conversion, int count) implements ConversionCommand {
        /** The most that any content allows at once. */
        public static final int COUNT_MAX = 1_000_000;

        /** Checks the range. */
        public Convert {
            if (count < 1 || count > COUNT_MAX) {
                throw new IllegalArgumentException(
                        "count must be 1 to " + COUNT_MAX + ", was " + count);
            }
        }

        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }
}
