package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.storage.SupportPlans;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The plainest store of plans. Thread-safe. */
final class ModelSupportPlans implements SupportPlans {
    private final Map<String, SupportPlan> plans = new LinkedHashMap<>();
    private final Map<String, Long> days = new LinkedHashMap<>();
    private final Map<String, SupportPlan> spent = new LinkedHashMap<>();
    private final Runnable requireOpen;

    ModelSupportPlans(Runnable requireOpen) {
        this.requireOpen = requireOpen;
    }

    @Override
    public synchronized SupportPlan add(SupportPlan plan) {
        requireOpen.run();
        plans.putIfAbsent(plan.id(), plan);
        return plans.getOrDefault(plan.id(), plan);
    }

    @Override
    public synchronized Optional<SupportPlan> find(String id) {
        requireOpen.run();
        return Optional.ofNullable(plans.get(id));
    }

    @Override
    public synchronized Optional<SupportPlan> approve(String id, OperatorName approver) {
        Optional<SupportPlan> approved = find(id).map(plan -> plan.approved(approver));
        approved.ifPresent(plan -> plans.put(id, plan));
        return approved;
    }

    @Override
    public synchronized boolean spend(SupportPlan plan, long epochDay, long limit) {
        requireOpen.run();
        long sum =
                spent.values().stream()
                        .filter(each -> each.author().equals(plan.author()))
                        .filter(each -> each.budget() == plan.budget())
                        .filter(each -> Long.valueOf(epochDay).equals(days.get(each.id())))
                        .mapToLong(SupportPlan::amount)
                        .sum();
        if (!spent.containsKey(plan.id()) && plan.amount() <= limit - sum) {
            spent.put(plan.id(), plan);
            days.put(plan.id(), epochDay);
        }
        return spent.containsKey(plan.id());
    }

    @Override
    public synchronized void release(String id) {
        requireOpen.run();
        spent.remove(id);
    }
}
