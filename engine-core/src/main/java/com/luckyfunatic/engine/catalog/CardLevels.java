package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.card.CardCurves;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.card.CardLevel;
import java.util.ArrayList;
import java.util.List;

/** Computes the levels of cards that may be wrong. Pure. */
final class CardLevels {
    /** Stands for a value that is not an amount. */
    private static final long NONE = -1;

    private CardLevels() {}

    /** Returns the levels of {@code card}, up to the first that is too large for an amount. */
    static List<CardLevel> expressible(CardDefinition card) {
        if (!card.levels().isEmpty()) {
            return card.levels();
        }
        int last = Math.clamp(card.maxLevel(), 0, Limits.LEVEL_MAX);
        List<CardLevel> levels = new ArrayList<>(last);
        for (int n = 1; n <= last; n++) {
            long price = price(card, n);
            long income = incomePerHour(card, n);
            if (price == NONE || income == NONE) {
                break;
            }
            levels.add(new CardLevel(price, income));
        }
        return List.copyOf(levels);
    }

    /** Returns whether the price of level {@code n} on the curve is an amount. */
    static boolean hasPrice(CardDefinition card, int n) {
        return price(card, n) != NONE;
    }

    /** Returns whether the income at level {@code n} on the curve is an amount. */
    static boolean hasIncome(CardDefinition card, int n) {
        return incomePerHour(card, n) != NONE;
    }

    private static long price(CardDefinition card, int n) {
        try {
            return amountOrNone(CardCurves.price(card.basePrice(), n));
        } catch (ArithmeticException e) {
            return NONE;
        }
    }

    private static long incomePerHour(CardDefinition card, int n) {
        try {
            return amountOrNone(CardCurves.incomePerHour(card.baseIncomePerHour(), n));
        } catch (ArithmeticException e) {
            return NONE;
        }
    }

    private static long amountOrNone(long value) {
        return value < 0 || value > Amounts.MAX ? NONE : value;
    }
}
