package com.luckyfunatic.engine.card;

import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Currency;

/** What buying a card level gives back. */
public sealed interface CardResult extends Result {
    /** The level reached, what was paid, and what the card earns now, funz per hour. */
    record LevelBought(CardId card, int level, Currency currency, long price, long incomePerHour)
            implements CardResult {}
}
