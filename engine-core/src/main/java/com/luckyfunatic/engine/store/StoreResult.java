package com.luckyfunatic.engine.store;

import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.reward.Reward;

/** What the store gives back. */
public sealed interface StoreResult extends Result {
    /** {@code quantity} were bought: {@code paid} was paid for {@code goods}, for all of them. */
    record PurchaseMade(ListingId listing, int quantity, Currency currency, long paid, Reward goods)
            implements StoreResult {}

    /** {@code stars} were paid for {@code quantity}, and {@code goods} given for all of them. */
    record StarsTaken(ListingId listing, int quantity, int stars, Reward goods)
            implements StoreResult {}

    /**
     * {@code stars} were paid for {@code quantity}, nothing was given, and they must be given back.
     *
     * @param reason why, the code of a {@link com.luckyfunatic.engine.Refusal}
     */
    record StarsTurnedAway(ListingId listing, int quantity, int stars, String reason)
            implements StoreResult {}

    /** That {@code stars} were given back is recorded. */
    record StarsRefundNoted(int stars) implements StoreResult {}
}
