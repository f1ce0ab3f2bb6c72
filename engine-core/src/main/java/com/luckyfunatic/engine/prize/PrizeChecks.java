package com.luckyfunatic.engine.prize;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.BasisPoints;
import java.util.ArrayList;
import java.util.List;

/** Checks that a {@link PrizeTable} can be paid, whoever takes part. Pure; it never overflows. */
final class PrizeChecks {
    private final PrizeTable table;
    private final List<PrizeProblem> problems = new ArrayList<>();

    private PrizeChecks(PrizeTable table) {
        this.table = table;
    }

    static List<PrizeProblem> problems(PrizeTable table) {
        var checks = new PrizeChecks(table);
        checks.check();
        return List.copyOf(checks.problems);
    }

    private void check() {
        range("feeBps", table.feeBps(), 0, BasisPoints.ONE);
        boolean payable = range("guaranteed", table.guaranteed(), 0, Amounts.MAX);
        if (table.ranges().size() > PrizeTable.RANGES_MAX) {
            add(
                    "ranges",
                    "must be at most " + PrizeTable.RANGES_MAX + ", are " + table.ranges().size());
            return;
        }
        boolean countable = true;
        for (int i = 0; i < table.ranges().size(); i++) {
            countable &= place(i);
            countable &= prize(i);
        }
        if (payable && countable) {
            sum();
        }
    }

    /** Ranges follow each other from rank 1 on: nobody in between is left out. */
    private boolean place(int index) {
        PrizeRange range = table.ranges().get(index);
        long expected = index == 0 ? 1 : next(table.ranges().get(index - 1));
        boolean good = true;
        if (range.from() != expected) {
            add(
                    row(index) + ".from",
                    "must be "
                            + expected
                            + ", so that ranges follow each other from rank 1 on,"
                            + " was "
                            + range.from());
            good = false;
        }
        if (range.to() < range.from()) {
            add(row(index) + ".to", "must be from or more, was " + range.to());
            good = false;
        }
        return range(row(index) + ".to", range.to(), 1, PrizeTable.RANKS_MAX) && good;
    }

    private static long next(PrizeRange range) {
        return Math.min(PrizeTable.RANKS_MAX, Math.max(0, range.to())) + 1;
    }

    private boolean prize(int index) {
        PrizeRange range = table.ranges().get(index);
        long max = table.kind() == PrizeKind.SHARES ? BasisPoints.ONE : Amounts.MAX;
        boolean good = range(row(index) + ".prize", range.prize(), 1, max);
        if (index > 0 && range.prize() > table.ranges().get(index - 1).prize()) {
            add(
                    row(index) + ".prize",
                    "must not be more than that of better ranks, "
                            + table.ranges().get(index - 1).prize()
                            + ", was "
                            + range.prize());
            return false;
        }
        return good;
    }

    private void sum() {
        boolean shares = table.kind() == PrizeKind.SHARES;
        long most = shares ? BasisPoints.ONE : table.guaranteed();
        long left = most;
        for (PrizeRange range : table.ranges()) {
            long ranks = range.to() - range.from() + 1;
            // Divided instead of multiplied: the product could pass 2^63.
            if (range.prize() > left / ranks) {
                add(
                        "ranges",
                        shares
                                ? "must not share out more than 10000 basis points"
                                : "must not pay more than the guaranteed pool, " + most);
                return;
            }
            left -= range.prize() * ranks;
        }
    }

    private boolean range(String field, long value, long min, long max) {
        if (value >= min && value <= max) {
            return true;
        }
        add(field, "must be " + min + " to " + max + ", was " + value);
        return false;
    }

    private void add(String field, String reason) {
        problems.add(new PrizeProblem(field, reason));
    }

    private static String row(int index) {
        return "ranges[" + index + "]";
    }
}
