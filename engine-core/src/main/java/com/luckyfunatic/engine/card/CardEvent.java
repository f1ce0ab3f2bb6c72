package com.luckyfunatic.engine.card;

import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.amount.Currency;

/** What happened to cards. */
public sealed interface CardEvent extends GameEvent {
    /** A card reached {@code level}, for {@code price}. */
    record CardLevelBought(CardId card, int level, Currency currency, long price)
            implements CardEvent {
        @Override
        public long funzDelta() {
            return currency == Currency.FUNZ ? -price : 0;
        }

        @Override
        public long jokersDelta() {
            return currency == Currency.JOKERS ? -price : 0;
        }
    }
}
