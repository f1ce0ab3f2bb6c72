package com.luckyfunatic.admin.catalog;

import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.catalog.Catalog;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lays out what cards cost and earn as a table for people: one line for each level shown. */
final class CardTable {
    private static final List<String> HEADINGS =
            List.of("CARD", "CATEGORY", "LEVEL", "PRICE", "INCOME/H", "PAYBACK");
    private static final int TEXT_COLUMNS = 2;
    private static final BigDecimal HOURS_PER_DAY = BigDecimal.valueOf(24);
    private static final BigDecimal SHOWN_AS_HOURS_MAX = BigDecimal.valueOf(100);

    private CardTable() {}

    static String of(Catalog catalog) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        for (CardDefinition card : catalog.cards()) {
            boolean first = true;
            for (CardEconomy level : CardEconomy.shown(catalog.cardLevels(card.id()))) {
                rows.add(
                        List.of(
                                first ? card.id().value() : "",
                                first ? card.category().value() : "",
                                level.level() + "/" + card.maxLevel(),
                                number(level.price()) + currency(card),
                                number(level.incomePerHour()),
                                payback(level.paybackHours())));
                first = false;
            }
        }
        return layOut(rows);
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

    private static String layOut(List<List<String>> rows) {
        int[] widths = new int[HEADINGS.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String padding = " ".repeat(widths[i] - row.get(i).length());
                line.append(i < TEXT_COLUMNS ? row.get(i) + padding : padding + row.get(i));
                line.append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return String.join(System.lineSeparator(), lines);
    }
}
