package com.luckyfunatic.operations.adjust;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.operations.operator.SupportLimit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What the rows of a file give and take, added up without signs: who gives a million to one and
 * takes it from another has moved two. Of players it is how many the rows are about; whoever stands
 * in two parts of a file counts in both. Immutable.
 *
 * @param byKind what is moved at all, each 1 to {@link Long#MAX_VALUE}; in the order of the kinds,
 *     so that a file is told of in the same words by every process
 */
public record AdjustmentTotals(Map<SupportLimit, Long> byKind) {
    /** Copies and orders the map. */
    public AdjustmentTotals {
        byKind = Collections.unmodifiableMap(new TreeMap<>(byKind));
    }

    /** Adds up {@code rows}. */
    public static AdjustmentTotals of(List<Adjustment> rows) {
        Map<SupportLimit, Long> sums = new EnumMap<>(SupportLimit.class);
        for (Adjustment row : rows) {
            switch (row.command()) {
                case AdjustBalance(Currency currency, long delta, _) ->
                        add(sums, SupportLimit.valueOf(currency.name()), delta);
                case AdjustItem(_, int delta, _) -> add(sums, SupportLimit.ITEMS, delta);
                default -> throw new IllegalArgumentException("no adjustment: " + row.command());
            }
        }
        long players = rows.stream().map(Adjustment::player).distinct().count();
        if (players > 0) {
            sums.put(SupportLimit.PLAYERS, players);
        }
        return new AdjustmentTotals(sums);
    }

    /** Returns both added up. */
    AdjustmentTotals plus(AdjustmentTotals other) {
        Map<SupportLimit, Long> sums = new EnumMap<>(SupportLimit.class);
        sums.putAll(byKind);
        other.byKind.forEach((kind, sum) -> add(sums, kind, sum));
        return new AdjustmentTotals(sums);
    }

    private static void add(Map<SupportLimit, Long> sums, SupportLimit kind, long delta) {
        sums.merge(kind, Math.abs(delta), AdjustmentTotals::atMostAll);
    }

    private static long atMostAll(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    /**
     * Returns what is more than one person may move, in words; nothing if all is within the limits.
     */
    public List<String> beyond(ToLongFunction<SupportLimit> limit) {
        return byKind.entrySet().stream()
                .filter(each -> each.getValue() > limit.applyAsLong(each.getKey()))
                .map(each ->
                        each.getKey().key()
                                + " is "
                                + limit.applyAsLong(each.getKey())
                                + (each.getKey() == SupportLimit.PLAYERS
                                        ? ", the file is about "
                                        : ", the file moves ")
                                + each.getValue())
                .toList();
    }

    /** Returns what is moved, and of how many players, in words. */
    public String words() {
        String moved =
                byKind.entrySet().stream()
                        .filter(each -> each.getKey() != SupportLimit.PLAYERS)
                        .map(each ->
                                each.getKey().name().toLowerCase(Locale.ROOT)
                                        + " "
                                        + each.getValue())
                        .collect(Collectors.joining(", "));
        long players = byKind.getOrDefault(SupportLimit.PLAYERS, 0L);
        return (moved.isEmpty() ? "nothing" : moved) + of(players);
    }

    private static String of(long players) {
        if (players == 0) {
            return "";
        }
        return players == 1 ? " of 1 player" : " of up to " + players + " players";
    }
}
