package com.luckyfunatic.admin.catalog;

import com.luckyfunatic.admin.TextTable;
import com.luckyfunatic.admin.TextTable.Column;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.catalog.Catalog;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Lays out what cards cost and earn as a table for people: one line for each level shown. */
final class CardTable {
    private static final BigDecimal HOURS_PER_DAY = BigDecimal.valueOf(24);
    private static final BigDecimal SHOWN_AS_HOURS_MAX = BigDecimal.valueOf(100);

    private CardTable() {}

    /** Returns it for a terminal with so many columns; empty for no terminal. */
    static String of(Catalog catalog, OptionalInt columns) {
        TextTable table =
                new TextTable(
                        Column.exact("CARD"),
                        Column.exact("CATEGORY"),
                        Column.amount("LEVEL"),
                        Column.amount("PRICE"),
                        Column.amount("INCOME/H"),
                        Column.amount("PAYBACK"));
        for (CardDefinition card : catalog.cards()) {
            boolean first = true;
            for (CardEconomy level : CardEconomy.shown(catalog.cardLevels(card.id()))) {
                table.row(
                        first ? card.id().value() : "",
                        first ? card.category().value() : "",
                        level.level() + "/" + card.maxLevel(),
                        number(level.price()) + currency(card),
                        number(level.incomePerHour()),
                        payback(level.paybackHours()));
                first = false;
            }
        }
        return table.fit(columns);
    }

    private static String currency(CardDefinition card) {
        return switch (card.currency()) {
            case FUNZ -> "";
            case JOKERS -> " jokers";
        };
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String payback(@Nullable BigDecimal hours) {
        if (hours == null) {
            return "never";
        }
        return hours.compareTo(SHOWN_AS_HOURS_MAX) < 0
                ? String.format(Locale.ROOT, "%,.1f h", hours)
                : String.format(
                        Locale.ROOT,
                        "%,.1f d",
                        hours.divide(HOURS_PER_DAY, 2, RoundingMode.HALF_UP));
    }
}
