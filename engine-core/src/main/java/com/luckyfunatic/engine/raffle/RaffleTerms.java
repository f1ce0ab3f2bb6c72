package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.requirement.Requirement;
import java.util.List;

/**
 * On what terms tickets are sold. They never change once a raffle is there.
 *
 * @param opensAtMillis before this moment none is sold, epoch milliseconds
 * @param closesAtMillis from this moment on none is sold, epoch milliseconds; after the opening
 * @param requirements what a player must have to buy one
 * @param currency what they are paid in
 * @param price of one, 0 to {@link Amounts#MAX} divided by {@link RaffleDefinition#TICKETS_MAX}; 0
 *     for a raffle that costs nothing
 */
public record RaffleTerms(
        long opensAtMillis,
        long closesAtMillis,
        List<Requirement> requirements,
        Currency currency,
        long price) {
    /** The highest price of one ticket: that of all of them is an amount too. */
    public static final long PRICE_MAX = Amounts.MAX / RaffleDefinition.TICKETS_MAX;

    /** Checks the ranges and copies the list. */
    public RaffleTerms {
        if (closesAtMillis <= opensAtMillis) {
            throw new IllegalArgumentException("a raffle must close after it opens");
        }
        if (price < 0 || price > PRICE_MAX) {
            throw new IllegalArgumentException(
                    "price must be 0 to " + PRICE_MAX + ", was " + price);
        }
        requirements = List.copyOf(requirements);
    }

    /** Returns whether tickets are sold at {@code atMillis}. */
    public boolean isOpen(long atMillis) {
        return atMillis >= opensAtMillis && atMillis < closesAtMillis;
    }
}
