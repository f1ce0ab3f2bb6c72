package com.luckyfunatic.engine.store;

import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.reward.Reward;

/** What the store gives back. */
public sealed interface StoreResult extends Result {
    /** {@code quantity} were bought: {@code paid} was paid for {@code goods}, for all of them. */
    record PurchaseMade(
            ListingId listing, int quantity, Currency currency, long paid, Reward goods)
            implements StoreResult {}
}
