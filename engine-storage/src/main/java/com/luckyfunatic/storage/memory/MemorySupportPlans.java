package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.operator.Budget;
import com.luckyfunatic.engine.operator.OperatorName;
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

    private record Spent(OperatorName operator, long epochDay, Budget budget, long amount) {
        boolean isBeside(Spent other) {
            return operator.equals(other.operator)
                    && epochDay == other.epochDay
                    && budget == other.budget;
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
    public synchronized boolean spend(SupportPlan plan, long epochDay, long limit) {
        open.require();
        if (spent.containsKey(plan.id())) {
            return true;
        }
        Spent next = new Spent(plan.author(), epochDay, plan.budget(), plan.amount());
        long before =
                spent.values().stream()
                        .filter(next::isBeside)
                        .mapToLong(Spent::amount)
                        .reduce(0, Math::addExact);
        if (plan.amount() > limit - before) {
            return false;
        }
        spent.put(plan.id(), next);
        return true;
    }

    @Override
    public synchronized void release(String id) {
        open.require();
        spent.remove(id);
    }
}
