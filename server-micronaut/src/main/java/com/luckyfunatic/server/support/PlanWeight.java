package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.operator.Budget;
import com.luckyfunatic.engine.operator.PlannedChange;
import com.luckyfunatic.engine.player.PlayerCommand.ResetPlayer;
import com.luckyfunatic.engine.player.PlayerCommand.RestorePlayer;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;

/**
 * What a plan counts against, and how much of that.
 *
 * @param amount whichever way, at least 1
 */
record PlanWeight(Budget budget, long amount) {
    static PlanWeight of(PlannedChange change) {
        return switch (change) {
            case PlannedChange.OfState(AdjustBalance adjust) ->
                    new PlanWeight(
                            switch (adjust.currency()) {
                                case FUNZ -> Budget.FUNZ;
                                case JOKERS -> Budget.JOKERS;
                            },
                            Math.abs(adjust.delta()));
            case PlannedChange.OfState(AdjustItem adjust) ->
                    new PlanWeight(Budget.ITEMS, Math.abs((long) adjust.delta()));
            // As a whole, however much there is of the game: it is given to nobody else.
            case PlannedChange.OfState(ResetPlayer _), PlannedChange.OfState(RestorePlayer _) ->
                    new PlanWeight(Budget.DECISIONS, 1);
            case PlannedChange.OfState(var command) ->
                    throw new IllegalArgumentException("no plan is made of " + command);
            case PlannedChange.RefundStars back -> new PlanWeight(Budget.STARS, back.stars());
            // What comes back was played before, and to be quick matters.
            case PlannedChange.ReleaseContent release when release.restores() == 0 ->
                    new PlanWeight(Budget.CONTENT, Math.max(1, release.seen().changes()));
            // How much a transfer is, its player has chosen.
            case PlannedChange.OfAdmission _,
                    PlannedChange.OfContent _,
                    PlannedChange.OfTournament _,
                    PlannedChange.SettleTransfer _,
                    PlannedChange.DropFollowUp _ ->
                    new PlanWeight(Budget.DECISIONS, 1);
        };
    }
}
