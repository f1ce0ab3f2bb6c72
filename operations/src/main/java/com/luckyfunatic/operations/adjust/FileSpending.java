package com.luckyfunatic.operations.adjust;

import static java.util.Objects.requireNonNull;

import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Spending;
import com.luckyfunatic.engine.storage.SupportPlans;
import com.luckyfunatic.operations.operator.DailyLimit;
import com.luckyfunatic.operations.operator.SupportLimit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What files take of an operator's day, beside plans. A file counts once, as a whole, on the day on
 * which it is begun, however often and by whomever it is gone on with.
 *
 * @param operator who carries the file out
 */
public record FileSpending(SupportPlans plans, OperatorName operator) {
    private static final int HASH_LENGTH = 32;

    /**
     * What is too much for a day.
     *
     * @param kind the limit of the day
     * @param most what it is
     * @param moved what the file moves
     * @param operator whose day
     */
    public record Excess(DailyLimit kind, long most, long moved, OperatorName operator) {
        /** Returns it in words. */
        public String words() {
            return kind.key()
                    + " is "
                    + most
                    + ", the file moves "
                    + moved
                    + ", which is too much beside what "
                    + operator
                    + " has moved today.";
        }
    }

    /**
     * Counts {@code file}, all that it moves or nothing of it.
     *
     * @param epochDay days since 1970-01-01
     * @return what would be too much for the day; empty when it counts, since now or before
     */
    public Optional<Excess> count(
            AdjustmentManifest file, long epochDay, ToLongFunction<DailyLimit> limit) {
        Map<SupportLimit, Long> moved = new TreeMap<>(file.totals().byKind());
        // A day has no limit of players.
        moved.remove(SupportLimit.PLAYERS);
        // A limit that is no number is told before anything counts.
        Map<SupportLimit, Long> limits = new TreeMap<>();
        for (SupportLimit kind : moved.keySet()) {
            limits.put(kind, limit.applyAsLong(DailyLimit.valueOf(kind.name())));
        }
        for (Map.Entry<SupportLimit, Long> each : moved.entrySet()) {
            long most = requireNonNull(limits.get(each.getKey()));
            DailyLimit day = DailyLimit.valueOf(each.getKey().name());
            Spending spending =
                    new Spending(
                            name(file, each.getKey()), operator, day.budget(), each.getValue());
            if (!plans.spend(spending, epochDay, most)) {
                release(file);
                return Optional.of(new Excess(day, most, each.getValue(), operator));
            }
        }
        return Optional.empty();
    }

    /** Takes back that {@code file} counts, since nothing of it was carried out. */
    public void release(AdjustmentManifest file) {
        for (SupportLimit kind : SupportLimit.values()) {
            plans.release(name(file, kind));
        }
    }

    /** No plan is called so, because of the colon. */
    private static String name(AdjustmentManifest file, SupportLimit kind) {
        return file.hash().substring(0, HASH_LENGTH) + ":" + kind.name().toLowerCase(Locale.ROOT);
    }
}
