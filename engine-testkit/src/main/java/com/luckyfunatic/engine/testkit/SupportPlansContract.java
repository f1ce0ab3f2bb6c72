package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.operator.Budget;
import com.luckyfunatic.engine.operator.CredentialHash;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.PlannedChange;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.operator.Spending;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.platform.TransferBasis;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferRemedy;
import com.luckyfunatic.engine.platform.TransferStep;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.referral.ReferralCommand.CountFriend;
import com.luckyfunatic.engine.storage.SupportPlans;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of operators' plans does. */
public abstract class SupportPlansContract extends StorageContract {
    private static final int CALLERS = 30;
    private static final long TODAY = 20_000;
    private static final OperatorName BOB = new OperatorName("bob");

    private long own;
    private OperatorName ada = BOB;

    /** The same object may run all tests, and the store may be shared. */
    @BeforeEach
    public void chooseNames() {
        own = ThreadLocalRandom.current().nextLong(1, 1L << 40);
        ada = operator("ada");
    }

    @Test
    public void a_plan_is_kept_whole() {
        SupportPlan plan =
                new SupportPlan(
                        "p".repeat(30) + "_-" + Long.toHexString(own % (1 << 30)),
                        ada,
                        new PlayerId(Long.MAX_VALUE),
                        Long.MAX_VALUE,
                        new PlannedChange.OfState(
                                new AdjustBalance(
                                        Currency.JOKERS, -Amounts.MAX, "\u0434\u0430 'ok'")),
                        "lost_reward",
                        Budget.ITEMS,
                        Amounts.MAX,
                        true,
                        1,
                        Long.MAX_VALUE,
                        BOB);
        assertThat(plans().find(plan.id())).isEmpty();

        assertThat(plans().add(plan)).isEqualTo(plan);

        assertThat(plans().find(plan.id())).hasValue(plan);
        for (Budget budget : Budget.values()) {
            SupportPlan other = plan(budget.name(), budget, 1);
            plans().add(other);
            assertThat(plans().find(other.id())).hasValue(other);
        }
    }

    @Test
    public void plans_of_every_kind_are_kept() {
        Admission seen = new Admission(new Ban(9, "macros", "operator:ada", 5), 7);
        TournamentId cup = new TournamentId("cup");
        List<PlannedChange> changes =
                List.of(
                        new PlannedChange.BanPlayer(Admission.FREE, Ban.FOR_EVER, "'x'"),
                        new PlannedChange.LiftBan(seen, "x"),
                        new PlannedChange.EndLogins(seen, "x"),
                        new PlannedChange.Disqualify(cup, "x"),
                        new PlannedChange.CancelTournament(cup, Long.MAX_VALUE, "x"),
                        new PlannedChange.ReplayPrizeRun(cup, "x"),
                        new PlannedChange.DropFollowUp(
                                OperationId.own("friend:7"), new CountFriend(new PlayerId(7)), "x"),
                        new PlannedChange.RefundStars("c'\"ä".repeat(100), 100_000, "x"),
                        new PlannedChange.SettleTransfer(
                                TransferRemedy.RETURN,
                                new TransferId("0123456789abcdef".repeat(2)),
                                new TransferBasis(TransferStep.UNKNOWN, Integer.MAX_VALUE),
                                "x"));
        for (PlannedChange change : changes) {
            SupportPlan plan =
                    new SupportPlan(
                            own + "-" + changes.indexOf(change),
                            ada,
                            change.needsPlayer() ? new PlayerId(own) : null,
                            0,
                            change,
                            "test",
                            Budget.DECISIONS,
                            1,
                            true,
                            1_000,
                            2_000,
                            null);
            plans().add(plan);

            assertThat(plans().find(plan.id())).hasValue(plan);
        }
    }

    @Test
    public void a_name_is_the_first_plans() {
        SupportPlan first = plan("a", Budget.FUNZ, 5);
        plans().add(first);

        assertThat(plans().add(plan("a", Budget.FUNZ, 6))).isEqualTo(first);

        assertThat(plans().find(first.id())).hasValue(first);
    }

    @Test
    public void who_approves_first_stays() {
        SupportPlan plan = plan("a", Budget.FUNZ, 5);
        plans().add(plan);
        OperatorName eve = new OperatorName("eve");

        assertThat(plans().approve(plan.id(), eve)).hasValue(plan.approved(eve));
        assertThat(plans().approve(plan.id(), eve)).hasValue(plan.approved(eve));
        assertThat(plans().approve(plan.id(), BOB)).hasValue(plan.approved(eve));

        assertThat(plans().find(plan.id())).hasValue(plan.approved(eve));
        assertThat(plans().approve(plan("none", Budget.FUNZ, 5).id(), eve)).isEmpty();
    }

    @Test
    public void nobody_approves_their_own() {
        SupportPlan plan = plan("a", Budget.FUNZ, 5);
        plans().add(plan);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> plans().approve(plan.id(), plan.author()));

        assertThat(plans().find(plan.id())).hasValue(plan);
    }

    @Test
    public void a_day_holds_no_more_than_its_limit() {
        assertThat(spend("a", 6, 10)).isTrue();
        assertThat(spend("b", 5, 10)).isFalse();
        assertThat(spend("c", 4, 10)).isTrue();
        assertThat(spend("d", 1, 10)).isFalse();
        assertThat(spend("e", 1, 11)).isTrue();
        assertThat(spend("f", Amounts.MAX, 10)).isFalse();
    }

    @Test
    public void a_plan_counts_once() {
        SupportPlan plan = plan("a", Budget.FUNZ, 10);

        assertThat(plans().spend(plan.spending(), TODAY, 10)).isTrue();
        assertThat(plans().spend(plan.spending(), TODAY, 10)).isTrue();
        assertThat(plans().spend(plan.spending(), TODAY + 1, 10)).isTrue();

        assertThat(plans().spend(plan("b", Budget.FUNZ, 10).spending(), TODAY + 1, 10)).isTrue();
        assertThat(spend("c", 1, 10)).isFalse();
    }

    @Test
    public void days_budgets_and_operators_are_counted_apart() {
        assertThat(spend("a", 10, 10)).isTrue();

        assertThat(plans().spend(plan("b", Budget.FUNZ, 10).spending(), TODAY + 1, 10)).isTrue();
        assertThat(plans().spend(plan("c", Budget.JOKERS, 10).spending(), TODAY, 10)).isTrue();
        ada = operator("adele");
        assertThat(spend("d", 10, 10)).isTrue();
        assertThat(spend("e", 1, 10)).isFalse();
    }

    @Test
    public void what_came_to_nothing_counts_no_more() {
        SupportPlan plan = plan("a", Budget.FUNZ, 10);
        plans().spend(plan.spending(), TODAY, 10);

        plans().release(plan.id());
        plans().release(plan.id());

        assertThat(spend("b", 10, 10)).isTrue();
        assertThat(plans().spend(plan.spending(), TODAY, 10)).isFalse();
    }

    @Test
    public void of_many_at_once_no_more_count_than_the_limit_holds() {
        List<SupportPlan> rivals =
                IntStream.range(0, CALLERS).mapToObj(i -> plan("r" + i, Budget.FUNZ, 2)).toList();

        List<Boolean> counted =
                Together.run(CALLERS, i -> plans().spend(rivals.get(i).spending(), TODAY, 7));

        assertThat(Collections.frequency(counted, true)).isEqualTo(3);
    }

    @Test
    public void who_is_no_operator_is_counted_too() {
        OperatorName nobody = new OperatorName("nobody" + own);
        List<Boolean> counted =
                Together.run(
                        CALLERS,
                        i ->
                                plans().spend(
                                                new Spending(
                                                        own + ":n" + i, nobody, Budget.FUNZ, 2),
                                                TODAY,
                                                7));

        assertThat(Collections.frequency(counted, true)).isEqualTo(3);
    }

    private boolean spend(String name, long amount, long limit) {
        return plans().spend(plan(name, Budget.FUNZ, amount).spending(), TODAY, limit);
    }

    private OperatorName operator(String start) {
        OperatorName name = new OperatorName(start + own);
        storage()
                .operators()
                .add(new Operator(name, Set.of(Role.SUPPORT), new CredentialHash("x"), false, 1));
        return name;
    }

    private SupportPlan plan(String end, Budget budget, long amount) {
        return new SupportPlan(
                own + "-" + end,
                ada,
                new PlayerId(own),
                7,
                new PlannedChange.OfState(new AdjustBalance(Currency.FUNZ, amount, "for a test")),
                "test",
                budget,
                amount,
                false,
                1_000,
                2_000,
                null);
    }

    private SupportPlans plans() {
        return storage().supportPlans();
    }
}
