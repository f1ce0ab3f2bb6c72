package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Spending;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.storage.SupportPlans;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Plans and what they took, under one lock. Thread-safe. */
final class MemorySupportPlans implements SupportPlans {
    private final Map<String, SupportPlan> plans = new HashMap<>();
    private final Map<String, Spent> spent = new HashMap<>();
    private final OpenState open;

    MemorySupportPlans(OpenState open) {
        this.open = open;
    }

    private record Spent(Spending spending, long epochDay) {
        boolean isBeside(Spent other) {
            return epochDay == other.epochDay
                    && spending.operator().equals(other.spending.operator())
                    && spending.budget() == other.spending.budget();
        }
    }

    @Override
    public synchronized SupportPlan add(SupportPlan plan) {
        open.require();
        plans.putIfAbsent(plan.id(), plan);
        return plans.getOrDefault(plan.id(), plan);
    }

    @Override
    public synchronized Optional<SupportPlan> find(String id) {
        open.require();
        return Optional.ofNullable(plans.get(id));
    }

    @Override
    public synchronized Optional<SupportPlan> approve(String id, OperatorName approver) {
        open.require();
        return Optional.ofNullable(
                plans.computeIfPresent(id, (_, plan) -> plan.approved(approver)));
    }

    @Override
    public synchronized boolean spend(Spending spending, long epochDay, long limit) {
        open.require();
        if (spent.containsKey(spending.name())) {
            return true;
        }
        Spent next = new Spent(spending, epochDay);
        long before =
                spent.values().stream()
                        .filter(next::isBeside)
                        .mapToLong(each -> each.spending().amount())
                        .reduce(0, Math::addExact);
        if (spending.amount() > limit - before) {
            return false;
        }
        spent.put(spending.name(), next);
        return true;
    }

    @Override
    public synchronized void release(String name) {
        open.require();
        spent.remove(name);
    }
}
