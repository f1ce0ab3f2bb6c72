package com.luckyfunatic.storage.verify;

import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.PlannedChange;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.OperatorActions;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.SupportPlans;
import java.util.ArrayList;
import java.util.List;

/**
 * An operator's plan that is recorded as begun or carried out.
 *
 * @param plan its id
 * @param atMillis when that was recorded, epoch milliseconds
 * @param isDone whether it was carried out, and so must have changed the player
 */
public record CarriedOut(String plan, long atMillis, boolean isDone) {
    /** Returns what is recorded of {@code player}, latest first. */
    public static List<CarriedOut> of(
            PlayerId player, OperatorActions actions, SupportPlans plans) {
        List<CarriedOut> found = new ArrayList<>();
        long before = Long.MAX_VALUE;
        Page<OperatorAction> page;
        do {
            page = actions.about(player, before, Page.LIMIT_MAX);
            for (OperatorAction each : page.items()) {
                before = each.id();
                String plan = each.reference();
                if (plan != null && each.action().equals(OperatorAction.EXECUTE_PLAN)) {
                    add(each, plan, plans, found);
                }
            }
        } while (page.hasMore());
        return found;
    }

    private static void add(
            OperatorAction action, String plan, SupportPlans plans, List<CarriedOut> found) {
        switch (action.outcome()) {
            case DONE -> found.add(new CarriedOut(plan, action.atMillis(), isChange(plan, plans)));
            case BEGUN -> found.add(new CarriedOut(plan, action.atMillis(), false));
            case REFUSED, FAILED -> {}
        }
    }

    /**
     * Plans of other kinds change no state under their own name; a returned transfer is given back
     * under the transfer's.
     */
    private static boolean isChange(String plan, SupportPlans plans) {
        return SupportPlan.isId(plan)
                && plans.find(plan)
                        .map(SupportPlan::change)
                        .filter(PlannedChange.OfState.class::isInstance)
                        .isPresent();
    }
}
