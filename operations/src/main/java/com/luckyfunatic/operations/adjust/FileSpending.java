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
     * Counts {@code file}, all that it moves or nothing of it.
     *
     * @param epochDay days since 1970-01-01
     * @return what would be too much for the day, in words; empty when it counts, since now or
     *     before
     */
    public Optional<String> count(
            AdjustmentFile file, long epochDay, ToLongFunction<DailyLimit> limit) {
        Map<SupportLimit, Long> moved = new TreeMap<>(AdjustmentTotals.of(file.rows()).byKind());
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
                return Optional.of(
                        day.key()
                                + " is "
                                + most
                                + ", the file moves "
                                + each.getValue()
                                + ", which is too much beside what "
                                + operator
                                + " has moved today.");
            }
        }
        return Optional.empty();
    }

    /** Takes back that {@code file} counts, since nothing of it was carried out. */
    public void release(AdjustmentFile file) {
        for (SupportLimit kind : SupportLimit.values()) {
            plans.release(name(file, kind));
        }
    }

    /** No plan is called so, because of the colon. */
    private static String name(AdjustmentFile file, SupportLimit kind) {
        return file.hash().substring(0, HASH_LENGTH) + ":" + kind.name().toLowerCase(Locale.ROOT);
    }
}
