package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.operator.PlannedChange;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.player.PlayerCommand.ResetPlayer;
import com.luckyfunatic.engine.player.PlayerCommand.RestorePlayer;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import java.util.Locale;

/** What is recorded of plans. */
final class PlanWords {
    /** How much of a hash tells content from other content of this game. */
    private static final int HASH_SHOWN = 12;

    private PlanWords() {}

    /** Returns what a plan is to change and why, in a few words. */
    static String of(SupportPlan plan) {
        return switch (plan.change()) {
            case PlannedChange.OfState(AdjustBalance adjust) ->
                    adjust.currency() + " " + adjust.delta() + "; " + adjust.reason();
            case PlannedChange.OfState(AdjustItem adjust) ->
                    adjust.item() + " " + adjust.delta() + "; " + adjust.reason();
            case PlannedChange.OfState(ResetPlayer reset) -> "reset; " + reset.reason();
            case PlannedChange.OfState(RestorePlayer restore) -> "restore; " + restore.reason();
            case PlannedChange.OfState(var command) -> command.getClass().getSimpleName();
            case PlannedChange.BanPlayer ban ->
                    "ban " + HoldingsView.end(ban.untilMillis()) + "; " + ban.reason();
            case PlannedChange.LiftBan lift -> "unban; " + lift.reason();
            case PlannedChange.EndLogins end -> "end logins; " + end.reason();
            case PlannedChange.Disqualify out ->
                    "disqualify in " + out.tournament() + "; " + out.reason();
            case PlannedChange.CancelTournament cancel ->
                    "cancel " + cancel.tournament() + "; " + cancel.reason();
            case PlannedChange.ReplayPrizeRun replay ->
                    "replay prize run of " + replay.tournament() + "; " + replay.reason();
            case PlannedChange.ReleaseContent release ->
                    (release.restores() == 0
                                    ? "publish content "
                                    : "restore release " + release.restores() + ", content ")
                            + release.hash().substring(0, HASH_SHOWN)
                            + ", "
                            + release.seen().changes()
                            + " changes, "
                            + release.seen().losses()
                            + " losses; "
                            + release.reason();
            case PlannedChange.CancelRelease cancel ->
                    "cancel release " + cancel.number() + "; " + cancel.reason();
            case PlannedChange.RefundStars back ->
                    "refund "
                            + back.stars()
                            + " stars of "
                            + back.chargeId()
                            + "; "
                            + back.reason();
            case PlannedChange.DropFollowUp drop ->
                    "drop follow-up " + drop.operation() + "; " + drop.reason();
            case PlannedChange.SettleTransfer settle ->
                    settle.remedy().name().toLowerCase(Locale.ROOT)
                            + " transfer "
                            + settle.transfer()
                            + "; "
                            + settle.reason();
        };
    }
}
