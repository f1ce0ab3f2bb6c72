package com.luckyfunatic.engine.conversion;

import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.reward.Reward;

/** What happened in conversions. */
public sealed interface ConversionEvent extends GameEvent {
    /**
     * Something was given for something else.
     *
     * @param count how often the conversion was made
     * @param taken what the player gave for all of them
     * @param given what the player got for all of them; nothing of it was cut off
     * @param epochDay the UTC day that it counts for
     * @param countOnDay how often it was made on that day, these included
     */
    record Converted(
            ConversionId conversion,
            int count,
            Reward taken,
            Reward given,
            long epochDay,
            long countOnDay)
            implements ConversionEvent {
        @Override
        public long funzDelta() {
            return given.funz() - taken.funz();
        }

        @Override
        public long jokersDelta() {
            return given.jokers() - taken.jokers();
        }
    }
}
