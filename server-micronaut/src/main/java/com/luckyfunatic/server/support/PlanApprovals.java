package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.operations.adjust.SecondPerson;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import jakarta.inject.Singleton;

/**
 * What the approval of a plan is worth now. Roles hold from the next request on, also those of who
 * has approved something before. Thread-safe; calls block on the storage.
 */
@Singleton
final class PlanApprovals {
    private final Operators operators;

    PlanApprovals(GameStorage storage) {
        this.operators = storage.operators();
    }

    /**
     * Makes sure that who had to approve {@code plan} has, and could do so now.
     *
     * @throws ProblemException when nobody has, or they may not any more
     */
    void requireApproved(SupportPlan plan) {
        if (plan.waitsForApproval()) {
            throw problem(ProblemCode.PLAN_NOT_APPROVED);
        }
        if (plan.needsApproval()) {
            requireStanding(plan);
        }
    }

    /**
     * Makes sure that {@code approver} may approve {@code plan}, and that this helps: who was first
     * stays, so that nobody makes up for one who may not any more.
     *
     * @throws ProblemException when it is their own, or they come after such a one
     */
    void requireApprovable(SupportPlan plan, OperatorName approver) {
        if (plan.author().equals(approver)) {
            throw problem(ProblemCode.PLAN_SELF_APPROVAL);
        }
        if (plan.approvedBy() != null) {
            requireStanding(plan);
        }
    }

    private void requireStanding(SupportPlan plan) {
        if (!isStanding(plan)) {
            throw problem(ProblemCode.PLAN_APPROVAL_VOID);
        }
    }

    /** Returns whether {@code plan} needs an approval and has one that is worth nothing now. */
    boolean isVoid(SupportPlan plan) {
        return plan.needsApproval() && plan.approvedBy() != null && !isStanding(plan);
    }

    private boolean isStanding(SupportPlan plan) {
        OperatorName approver = plan.approvedBy();
        // That it is nobody's own is asked again: a row of the store is not the word of an author.
        return approver != null
                && !approver.equals(plan.author())
                && operators.find(approver).filter(SecondPerson::isApprover).isPresent();
    }

    private static ProblemException problem(ProblemCode code) {
        return new ProblemException(code, code.description());
    }
}
