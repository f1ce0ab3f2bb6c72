package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.operator.Budget;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Spending;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.storage.SupportPlans;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Stores of plans that do one thing wrong. */
final class SupportPlanFaults {
    private SupportPlanFaults() {}

    abstract static class Plans extends BrokenStorage implements SupportPlans {
        Plans(PlainStorage right) {
            super(right);
        }

        final SupportPlans plans() {
            return right.supportPlans();
        }

        @Override
        public final SupportPlans supportPlans() {
            return this;
        }

        @Override
        public SupportPlan add(SupportPlan plan) {
            return plans().add(plan);
        }

        @Override
        public final Optional<SupportPlan> find(String id) {
            return plans().find(id);
        }

        @Override
        public Optional<SupportPlan> approve(String id, OperatorName approver) {
            return plans().approve(id, approver);
        }

        @Override
        public boolean spend(Spending spending, long epochDay, long limit) {
            return plans().spend(spending, epochDay, limit);
        }

        @Override
        public void release(String name) {
            plans().release(name);
        }
    }

    static final class SaysThatItIsTheNewOne extends Plans {
        SaysThatItIsTheNewOne(PlainStorage right) {
            super(right);
        }

        @Override
        public SupportPlan add(SupportPlan plan) {
            super.add(plan);
            return plan;
        }
    }

    static final class LetsAuthorsApprove extends Plans {
        LetsAuthorsApprove(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<SupportPlan> approve(String id, OperatorName approver) {
            Optional<SupportPlan> plan = find(id);
            return plan.isPresent() && plan.get().author().equals(approver)
                    ? plan
                    : super.approve(id, approver);
        }
    }

    static final class NeverReleases extends Plans {
        NeverReleases(PlainStorage right) {
            super(right);
        }

        @Override
        public void release(String name) {
            find(name);
        }
    }

    static final class LooksAtOnePlanAlone extends Plans {
        LooksAtOnePlanAlone(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean spend(Spending spending, long epochDay, long limit) {
            return spending.amount() <= limit;
        }
    }

    static final class CountsAllDaysTogether extends Plans {
        CountsAllDaysTogether(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean spend(Spending spending, long epochDay, long limit) {
            return super.spend(spending, 0, limit);
        }
    }

    static final class CountsAPlanAgain extends Plans {
        private final AtomicLong again = new AtomicLong();

        CountsAPlanAgain(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean spend(Spending spending, long epochDay, long limit) {
            Spending renamed =
                    new Spending(
                            "x" + again.incrementAndGet(),
                            spending.operator(),
                            spending.budget(),
                            spending.amount());
            return super.spend(renamed, epochDay, limit);
        }
    }

    /** Looks first and counts then: of two at once, both believe that there is room. */
    static final class SpendsTwiceAtOnce extends Plans {
        private final AtomicLong spent = new AtomicLong();

        SpendsTwiceAtOnce(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean spend(Spending spending, long epochDay, long limit) {
            if (spending.budget() != Budget.FUNZ) {
                return super.spend(spending, epochDay, limit);
            }
            boolean fits = spending.amount() <= limit - spent.get();
            meetAnother();
            if (fits) {
                spent.addAndGet(spending.amount());
            }
            return fits;
        }
    }
}
