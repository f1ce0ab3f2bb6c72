package com.luckyfunatic.engine.amount;

/** What a balance is counted in. */
public enum Currency {
    /** The soft currency: earned by taps and income, spent on cards and boosters. */
    FUNZ,
    /** The scarce currency: earned by ranks, stories and prizes. */
    JOKERS
}
