package com.luckyfunatic.benchmarks.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A Markdown table in the making; the first column is text, the others are figures. */
final class Table {
    private final StringBuilder text = new StringBuilder();

    Table(String... header) {
        row((Object[]) header);
        text.append("|---|").append("---:|".repeat(header.length - 1)).append('\n');
    }

    /** Adds a row. */
    Table row(Object... cells) {
        text.append(
                List.of(cells).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" | ", "| ", " |\n")));
        return this;
    }

    /** A figure with as many decimals as tell anything. */
    static String figure(double value) {
        String format = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value).replace(',', ' ');
    }

    /** A whole number with its thousands apart. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', ' ');
    }

    /** A share as a percentage. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
