package com.luckyfunatic.storage.verify;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.storage.verify.Mismatch.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds the changes that operators made against what is recorded of them: each plan that was
 * carried out has made a change, and each such change is recorded. Not thread-safe.
 */
final class ActionCheck {
    private final List<CarriedOut> before;
    private final Map<String, StateChange> made = new HashMap<>();

    /** Takes what was recorded before the changes are read. */
    ActionCheck(List<CarriedOut> before) {
        this.before = before;
    }

    /** Notes a change, which need not be an operator's. */
    void see(StateChange change) {
        OperationId id = change.operationId();
        if (id != null && id.value().startsWith(SupportPlan.OPERATION_PREFIX)) {
            made.put(id.value().substring(SupportPlan.OPERATION_PREFIX.length()), change);
        }
    }

    /**
     * Names what lacks.
     *
     * @param oldest the oldest change that is kept
     * @param after what is recorded now that the changes have been read
     */
    void finish(
            @Nullable StateChange oldest,
            List<CarriedOut> after,
            BiConsumer<Kind, String> mismatches) {
        Set<String> recorded = new HashSet<>();
        after.forEach(each -> recorded.add(each.plan()));
        made.forEach((plan, change) -> {
            if (!recorded.contains(plan)) {
                mismatches.accept(
                        Kind.ACTION_MISSING,
                        "change %d carried out plan %s, of which nothing is recorded"
                                .formatted(change.sequence(), plan));
            }
        });
        Set<String> told = new HashSet<>();
        for (CarriedOut each : before) {
            boolean isInReach =
                    oldest != null
                            && (oldest.sequence() == 1 || each.atMillis() > oldest.atMillis());
            if (each.isDone()
                    && isInReach
                    && !made.containsKey(each.plan())
                    && told.add(each.plan())) {
                mismatches.accept(
                        Kind.ACTION_MISSING,
                        "plan " + each.plan() + " is recorded as carried out, and made no change");
            }
        }
    }
}
