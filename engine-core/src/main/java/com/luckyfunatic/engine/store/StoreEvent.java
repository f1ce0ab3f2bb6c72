package com.luckyfunatic.engine.store;

import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.reward.Reward;

/** What happened in the store. */
public sealed interface StoreEvent extends GameEvent {
    /**
     * Something was bought.
     *
     * @param quantity how many
     * @param currency what they were paid in
     * @param paid what was paid for all of them
     * @param goods what they gave, together; nothing of it was cut off
     * @param epochDay the UTC day that they count for
     * @param boughtOnDay how many were bought on that day, these included
     * @param boughtInTotal how many were ever bought, these included
     */
    record Purchased(
            ListingId listing,
            int quantity,
            Currency currency,
            long paid,
            Reward goods,
            long epochDay,
            long boughtOnDay,
            long boughtInTotal)
            implements StoreEvent {
        @Override
        public long funzDelta() {
            return goods.funz() - (currency == Currency.FUNZ ? paid : 0);
        }

        @Override
        public long jokersDelta() {
            return goods.jokers() - (currency == Currency.JOKERS ? paid : 0);
        }
    }

    /**
     * Something was paid for with Telegram Stars.
     *
     * @param quantity how many
     * @param stars what was paid for all of them
     * @param chargeId Telegram's name of the payment
     * @param goods what they gave, together; nothing of it was cut off
     * @param epochDay the UTC day that they count for
     * @param boughtOnDay how many were bought on that day, these included
     * @param boughtInTotal how many were ever bought, these included
     */
    record StarsPaid(
            ListingId listing,
            int quantity,
            int stars,
            String chargeId,
            Reward goods,
            long epochDay,
            long boughtOnDay,
            long boughtInTotal)
            implements StoreEvent {
        @Override
        public long funzDelta() {
            return goods.funz();
        }

        @Override
        public long jokersDelta() {
            return goods.jokers();
        }
    }

    /**
     * Telegram Stars were paid and nothing was given for them, so they go back.
     *
     * @param quantity of how many
     * @param stars what was paid
     * @param chargeId Telegram's name of the payment
     * @param reason why, the code of a {@link com.luckyfunatic.engine.Refusal}
     */
    record StarsTurnedAway(
            ListingId listing, int quantity, int stars, String chargeId, String reason)
            implements StoreEvent {}

    /**
     * Telegram has given Stars back.
     *
     * @param stars how many
     * @param chargeId Telegram's name of the payment
     */
    record StarsRefunded(int stars, String chargeId) implements StoreEvent {}
}
