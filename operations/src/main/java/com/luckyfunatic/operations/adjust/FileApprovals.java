package com.luckyfunatic.operations.adjust;

import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.storage.OperatorActions;
import com.luckyfunatic.engine.storage.Page;

/**
 * Which files a second person has approved: the record of what operators did tells it. An approval
 * is for exactly these rows, and has no end: each row is carried out at most once for ever.
 */
public record FileApprovals(OperatorActions actions) {
    /** The word for approving a file; the reference is its {@link AdjustmentManifest#hash}. */
    public static final String APPROVE = "approve_adjust_file";

    /** The word for carrying a file out, with the same reference. */
    public static final String ADJUST = "adjust_file";

    /** Returns whether {@code approver} has approved {@code file}. */
    public boolean isApproved(AdjustmentManifest file, OperatorName approver) {
        String hash = file.hash();
        long before = Long.MAX_VALUE;
        Page<OperatorAction> page;
        do {
            page = actions.of(approver, before, Page.LIMIT_MAX);
            for (OperatorAction each : page.items()) {
                if (isOf(each, hash)) {
                    return true;
                }
                before = each.id();
            }
        } while (page.hasMore());
        return false;
    }

    private static boolean isOf(OperatorAction action, String hash) {
        return action.action().equals(APPROVE)
                && action.outcome() == ActionOutcome.DONE
                && hash.equals(action.reference());
    }
}
