package com.luckyfunatic.admin.catalog;

import com.luckyfunatic.engine.card.CardLevel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a level of a card costs, earns, and how soon it pays for itself.
 *
 * @param level from 1
 * @param price of this level, whole units of the card's currency
 * @param incomePerHour of the card at this level in total, whole funz
 * @param paybackHours the price divided by the income this level adds, two decimals; null when it
 *     adds none
 */
record CardEconomy(int level, long price, long incomePerHour, @Nullable BigDecimal paybackHours) {
    private static final int[] SHOWN = {1, 5, 10};
    private static final int DECIMALS = 2;

    /** Returns levels 1, 5, 10 and the last of {@code levels}, as far as there are so many. */
    static List<CardEconomy> shown(List<CardLevel> levels) {
        List<CardEconomy> shown = new ArrayList<>();
        IntStream.concat(IntStream.of(SHOWN), IntStream.of(levels.size()))
                .filter(level -> level <= levels.size())
                .distinct()
                .sorted()
                .forEach(level -> shown.add(of(levels, level)));
        return shown;
    }

    private static CardEconomy of(List<CardLevel> levels, int level) {
        CardLevel bought = levels.get(level - 1);
        long before = level == 1 ? 0 : levels.get(level - 2).incomePerHour();
        long added = bought.incomePerHour() - before;
        BigDecimal payback =
                added == 0
                        ? null
                        : BigDecimal.valueOf(bought.price())
                                .divide(BigDecimal.valueOf(added), DECIMALS, RoundingMode.HALF_UP);
        return new CardEconomy(level, bought.price(), bought.incomePerHour(), payback);
    }
}
