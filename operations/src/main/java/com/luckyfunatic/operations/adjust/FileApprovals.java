package com.luckyfunatic.operations.adjust;

import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.storage.OperatorActions;
import com.luckyfunatic.engine.storage.Page;

/**
 * Which files a second person has approved: the record of what operators did tells it. An approval
 * is for exactly these bytes, and has no end: each row is carried out at most once for ever.
 */
public record FileApprovals(OperatorActions actions) {
    /** The word for approving a file; the reference is its {@link AdjustmentFile#hash}. */
    public static final String APPROVE = "approve_adjust_file";

    /** Returns whether {@code approver} has approved {@code file}. */
    public boolean isApproved(AdjustmentFile file, OperatorName approver) {
        long before = Long.MAX_VALUE;
        Page<OperatorAction> page;
        do {
            page = actions.of(approver, before, Page.LIMIT_MAX);
            for (OperatorAction each : page.items()) {
                if (isOf(each, file)) {
                    return true;
                }
                before = each.id();
            }
        } while (page.hasMore());
        return false;
    }

    private static boolean isOf(OperatorAction action, AdjustmentFile file) {
        return action.action().equals(APPROVE)
                && action.outcome() == ActionOutcome.DONE
                && file.hash().equals(action.reference());
    }
}
