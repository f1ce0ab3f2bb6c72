package com.luckyfunatic.server.view;

import com.luckyfunatic.engine.tap.TapDefinition;
import com.luckyfunatic.engine.tap.TapSession;
import com.luckyfunatic.engine.tap.TapState;

/**
 * Taps as clients see them.
 *
 * @param total accepted in the player's life
 * @param perSecond taps that are accepted per second for long
 * @param burst taps that are accepted at once after a rest
 * @param lastSequence the greatest tap number of this login session, −1 for none: the next tap's
 *     number must be greater
 */
public record TapsView(long total, int perSecond, int burst, long lastSequence) {
    private static final long NO_SEQUENCE = -1;

    static TapsView of(TapState taps, TapDefinition definition, long session) {
        TapSession last = taps.session(session);
        return new TapsView(
                taps.taps(),
                definition.perSecond(),
                definition.burst(),
                last == null ? NO_SEQUENCE : last.sequence());
    }
}
