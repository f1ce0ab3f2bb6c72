package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Spending;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.storage.SupportPlans;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The plainest store of plans. Thread-safe. */
final class ModelSupportPlans implements SupportPlans {
    private final Map<String, SupportPlan> plans = new LinkedHashMap<>();
    private final Map<String, Long> days = new LinkedHashMap<>();
    private final Map<String, Spending> spent = new LinkedHashMap<>();
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
    public synchronized boolean spend(Spending spending, long epochDay, long limit) {
        requireOpen.run();
        String name = spending.name();
        long sum =
                spent.values().stream()
                        .filter(each -> each.operator().equals(spending.operator()))
                        .filter(each -> each.budget() == spending.budget())
                        .filter(each -> Long.valueOf(epochDay).equals(days.get(each.name())))
                        .mapToLong(Spending::amount)
                        .sum();
        if (!spent.containsKey(name) && spending.amount() <= limit - sum) {
            spent.put(name, spending);
            days.put(name, epochDay);
        }
        return spent.containsKey(name);
    }

    @Override
    public synchronized void release(String name) {
        requireOpen.run();
        spent.remove(name);
    }
}
