package com.luckyfunatic.server.view;

import com.luckyfunatic.engine.bonus.BonusResult;
import com.luckyfunatic.engine.catalog.Catalog;

/**
 * A spin of the wheel.
 *
 * @param segmentId where it stopped
 * @param roll the number that was drawn, from 0; segments have as many as their odds say, in their
 *     order
 * @param rolls how many numbers there were, all equally likely
 * @param prize what was credited
 */
public record SpinView(String segmentId, int roll, int rolls, PrizeView prize) {
    /** Shows {@code spin}. */
    public static SpinView of(BonusResult.Spin spin, Catalog catalog) {
        return new SpinView(
                spin.segment().value(),
                spin.roll(),
                spin.rolls(),
                PrizeView.of(spin.paid(), catalog));
    }
}
