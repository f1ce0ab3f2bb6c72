package com.luckyfunatic.engine.tap;

import com.luckyfunatic.engine.GameEvent;
import org.jspecify.annotations.Nullable;

/** What happened to taps. */
public sealed interface TapEvent extends GameEvent {
    /**
     * Taps were made.
     *
     * @param accepted how many counted
     * @param funzDelta what was credited
     * @param cut what the balance cap cut off
     * @param energyMicrosAfter energy after it, millionths of a unit
     * @param tokensAfter the rate limit's bucket after it, thousandths of a tap
     * @param meterAfter the frenzy meter after it
     * @param sequence the client's number, if it gave one
     * @param atMillis the moment, epoch milliseconds
     */
    record Tapped(
            int accepted,
            long funzDelta,
            long cut,
            long energyMicrosAfter,
            long tokensAfter,
            int meterAfter,
            @Nullable TapSequence sequence,
            long atMillis)
            implements TapEvent {}
}
