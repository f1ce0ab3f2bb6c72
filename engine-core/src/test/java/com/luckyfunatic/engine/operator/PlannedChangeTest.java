package com.luckyfunatic.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.catalog.ReleaseBasis;
import com.luckyfunatic.engine.platform.TransferBasis;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferRemedy;
import com.luckyfunatic.engine.platform.TransferStep;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlannedChangeTest {
    private static final Ban BAN = new Ban(9, "macros", "operator:ada", 5);
    private static final Admission BANNED = Admission.FREE.banned(BAN);

    @Test
    void what_holds_after_a_decision_is_made_of_what_was_seen() {
        Admission ended = Admission.FREE.withLoginsEnded(3);

        assertThat(new PlannedChange.BanPlayer(ended, 9, "macros").after("operator:ada", 5))
                .isEqualTo(new Admission(BAN, 3));
        assertThat(new PlannedChange.LiftBan(BANNED, "x").after("operator:ada", 5))
                .isEqualTo(Admission.FREE);
        assertThat(new PlannedChange.EndLogins(BANNED, "x").after("operator:ada", 5))
                .isEqualTo(new Admission(BAN, 5));
    }

    @Test
    void the_intent_is_the_same_whatever_was_seen() {
        PlannedChange adjust = new PlannedChange.OfState(new AdjustBalance(Currency.FUNZ, 5, "x"));

        assertThat(new PlannedChange.BanPlayer(BANNED, 9, "x").intent())
                .isEqualTo(new PlannedChange.BanPlayer(Admission.FREE, 9, "x"));
        assertThat(new PlannedChange.LiftBan(BANNED, "x").intent())
                .isEqualTo(new PlannedChange.LiftBan(Admission.FREE, "x"));
        assertThat(new PlannedChange.EndLogins(BANNED, "x").intent())
                .isEqualTo(new PlannedChange.EndLogins(Admission.FREE, "x"));
        assertThat(adjust.intent()).isEqualTo(adjust);
    }

    @Test
    void what_settles_a_transfer_without_the_platform_needs_a_second_person() {
        TransferId id = new TransferId("0123456789abcdef".repeat(2));
        TransferBasis seen = new TransferBasis(TransferStep.UNKNOWN, 3);

        for (TransferRemedy remedy : TransferRemedy.values()) {
            PlannedChange change = new PlannedChange.SettleTransfer(remedy, id, seen, "x");
            PlannedChange later =
                    new PlannedChange.SettleTransfer(
                            remedy, id, new TransferBasis(TransferStep.FAILED, 4), "x");

            assertThat(change.needsApproval()).isEqualTo(remedy != TransferRemedy.RETRY);
            assertThat(change.needsPlayer()).isTrue();
            assertThat(change.intent()).isEqualTo(later.intent()).isNotEqualTo(change);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TransferBasis(TransferStep.PENDING, -1));
    }

    @Test
    void whoever_drops_a_follow_up_needs_another_person_whatever_was_seen() {
        OperationId id = OperationId.own("friend:7");
        PlannedChange drop = new PlannedChange.DropFollowUp(id, new Tap(1), "x");

        assertThat(drop.needsApproval()).isTrue();
        assertThat(drop.needsPlayer()).isTrue();
        assertThat(drop.intent())
                .isEqualTo(new PlannedChange.DropFollowUp(id, new Tap(2), "x").intent())
                .isNotEqualTo(new PlannedChange.DropFollowUp(id, null, "y").intent());
    }

    private static SupportPlan plan(
            PlannedChange change, @Nullable PlayerId player, long sequence) {
        return new SupportPlan(
                "a",
                new OperatorName("ada"),
                player,
                sequence,
                change,
                "test",
                Budget.DECISIONS,
                1,
                false,
                1,
                2,
                null);
    }

    @Test
    void a_plan_is_of_a_state_or_of_none() {
        PlannedChange lift = new PlannedChange.LiftBan(BANNED, "x");
        PlannedChange adjust = new PlannedChange.OfState(new AdjustBalance(Currency.FUNZ, 5, "x"));
        PlayerId player = new PlayerId(7);

        assertThat(plan(lift, player, 0).requiredPlayer()).isEqualTo(player);
        assertThat(plan(adjust, player, 1).requiredPlayer()).isEqualTo(player);
        assertThatIllegalArgumentException().isThrownBy(() -> plan(lift, player, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> plan(adjust, player, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> plan(lift, null, 0));
    }

    @Test
    void a_cancellation_is_on_nobody_and_needs_a_second_person() {
        TournamentId cup = new TournamentId("cup");
        PlannedChange cancel = new PlannedChange.CancelTournament(cup, 7, "x");

        assertThat(cancel.needsApproval()).isTrue();
        assertThat(cancel.intent()).isEqualTo(new PlannedChange.CancelTournament(cup, 0, "x"));
        assertThat(plan(cancel, null, 0).player()).isNull();
        assertThat(plan(new PlannedChange.ReplayPrizeRun(cup, "x"), null, 0).player()).isNull();
        assertThat(new PlannedChange.ReplayPrizeRun(cup, "x").needsApproval()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> plan(cancel, null, 0).requiredPlayer());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(new PlannedChange.Disqualify(cup, "x"), null, 0));
    }

    private static PlannedChange.ReleaseContent release(int changes, int losses) {
        return new PlannedChange.ReleaseContent(
                "0".repeat(64),
                0,
                9,
                true,
                new PlannedChange.ReleaseOutlook(
                        new ReleaseBasis(7, 6), changes, losses, "0".repeat(64)),
                "x");
    }

    @Test
    void a_release_needs_a_second_person_when_players_could_lose_something() {
        PlannedChange release = release(5, 1);

        assertThat(release.needsApproval()).isTrue();
        assertThat(release(5, 0).needsApproval()).isFalse();
        assertThat(release.intent()).isEqualTo(release(6, 0).intent()).isNotEqualTo(release);
        assertThat(plan(release, null, 0).player()).isNull();
        assertThat(new PlannedChange.CancelRelease(7, "x").needsApproval()).isFalse();
        assertThat(plan(new PlannedChange.CancelRelease(7, "x"), null, 0).player()).isNull();
    }

    @Test
    void what_is_in_force_is_one_of_the_releases_that_there_are() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReleaseBasis(6, 7));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReleaseBasis(6, -1));
        assertThat(new ReleaseBasis(7, 7).inForce()).isEqualTo(7);
    }
}
