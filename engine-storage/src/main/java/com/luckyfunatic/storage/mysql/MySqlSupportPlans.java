package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Spending;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.storage.SupportPlans;
import com.luckyfunatic.storage.codec.BudgetNumbers;
import com.luckyfunatic.storage.codec.GameCodec;
import java.util.Optional;

/**
 * The tables {@code support_plan}, {@code support_spending} and {@code support_spender}. Whoever
 * counts locks the spender's row first. Every transaction may be done twice. Thread-safe.
 */
final class MySqlSupportPlans implements SupportPlans {
    private final Transactions transactions;
    private final SupportPlanRepository plans;
    private final StockTurns turns;
    private final GameCodec codec;

    /**
     * @param turns of operators alone: those who count for one share a transaction, and do not take
     *     every connection only to wait for one row
     */
    MySqlSupportPlans(
            Transactions transactions,
            StockTurns turns,
            SupportPlanRepository plans,
            GameCodec codec) {
        this.codec = codec;
        this.transactions = transactions;
        this.turns = turns;
        this.plans = plans;
    }

    @Override
    public SupportPlan add(SupportPlan plan) {
        return transactions.run(_ -> {
            plans.insertIfAbsent(SupportPlanRow.of(plan, codec));
            return stored(plan.id()).orElse(plan);
        });
    }

    @Override
    public Optional<SupportPlan> find(String id) {
        return transactions.run(_ -> stored(id));
    }

    private Optional<SupportPlan> stored(String id) {
        return plans.findByPlanId(id).map(row -> row.toPlan(codec));
    }

    @Override
    public Optional<SupportPlan> approve(String id, OperatorName approver) {
        // Its author is told before anything is written.
        if (find(id).map(plan -> plan.approved(approver)).isEmpty()) {
            return Optional.empty();
        }
        return transactions.run(_ -> {
            plans.approve(id, approver.value());
            return stored(id);
        });
    }

    @Override
    public boolean spend(Spending spending, long epochDay, long limit) {
        String operator = spending.operator().value();
        int budget = BudgetNumbers.number(spending.budget());
        return turns.run(
                spending.operator()::value,
                _ -> {
                    plans.lock(operator);
                    if (plans.countSpent(spending.name()) > 0) {
                        return true;
                    }
                    if (spending.amount() > limit - plans.spent(operator, epochDay, budget)) {
                        return false;
                    }
                    plans.insertSpent(
                            spending.name(), operator, epochDay, budget, spending.amount());
                    return true;
                });
    }

    @Override
    public void release(String name) {
        transactions.runVoid(_ -> plans.release(name));
    }
}
