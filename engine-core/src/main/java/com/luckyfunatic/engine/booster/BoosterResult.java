package com.luckyfunatic.engine.booster;

import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Currency;

/** What activating a booster gives back. */
public sealed interface BoosterResult extends Result {
    /** The booster that was activated and what was paid. */
    record Activated(BoosterType type, Currency currency, long price) implements BoosterResult {}
}
