package com.luckyfunatic.engine.prize;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;

/**
 * That a prize was paid.
 *
 * @param currency in what
 * @param paid what reached the player, 0 to {@link Amounts#MAX}
 * @param cut what did not fit below the balance cap, and is lost
 * @param atMillis when it was paid, epoch milliseconds
 */
public record PrizeReceipt(Currency currency, long paid, long cut, long atMillis) {
    /** Checks the ranges. */
    public PrizeReceipt {
        Amounts.require("paid", paid);
        Amounts.require("cut", cut);
        Amounts.require("atMillis", atMillis);
    }
}
