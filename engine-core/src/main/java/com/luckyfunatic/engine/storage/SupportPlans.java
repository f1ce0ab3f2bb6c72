package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Spending;
import com.luckyfunatic.engine.operator.SupportPlan;
import java.util.Optional;

/**
 * What operators are about to do, and how much of their day's budgets that takes. Each call is one
 * atomic step, durable when it returns; one that failed may be repeated. Thread-safe; every method
 * may block and throws {@link StorageUnavailableException} when the store cannot do its part.
 */
public interface SupportPlans {
    /** Keeps {@code plan} unless one has its name; returns the one that has it then. */
    SupportPlan add(SupportPlan plan);

    /** Returns the plan that is called {@code id}. */
    Optional<SupportPlan> find(String id);

    /**
     * Notes that {@code approver} approves a plan; who was first stays.
     *
     * @return the plan as it then is; empty when there is none
     * @throws IllegalArgumentException when {@code approver} is its author
     */
    Optional<SupportPlan> approve(String id, OperatorName approver);

    /**
     * Counts something against what an operator, known or not, may give and take in a day, unless
     * that would be more than {@code limit}. What has one name counts once, on the first day. Of
     * many at once, no more are counted than the limit holds.
     *
     * @param epochDay days since 1970-01-01
     * @param limit the most of the budget, everything of the day together
     * @return whether it counts, since now or before
     */
    boolean spend(Spending spending, long epochDay, long limit);

    /** Takes back that something counts, since it came to nothing; again is no error. */
    void release(String name);
}
