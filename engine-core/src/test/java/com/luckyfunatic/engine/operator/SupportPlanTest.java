package com.luckyfunatic.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SupportPlanTest {
    private static final OperatorName ADA = new OperatorName("ada");
    private static final OperatorName BOB = new OperatorName("bob");

    private static SupportPlan plan(
            String id, long sequence, String reason, long amount, @Nullable OperatorName approver) {
        return new SupportPlan(
                id,
                ADA,
                new PlayerId(1),
                sequence,
                new PlannedChange.OfState(new AdjustBalance(Currency.FUNZ, 5, "x")),
                reason,
                Budget.FUNZ,
                amount,
                true,
                1,
                2,
                approver);
    }

    @Test
    void a_plan_waits_until_another_person_has_approved_it() {
        SupportPlan plan = plan("a", 1, "test", 5, null);
        OperatorName eve = new OperatorName("eve");

        assertThat(plan.waitsForApproval()).isTrue();
        assertThat(plan.approved(BOB).waitsForApproval()).isFalse();
        assertThat(plan.approved(BOB).approved(eve).approvedBy()).isEqualTo(BOB);
        assertThat(plan.operationId()).hasToString("~plan:a");
        assertThatIllegalArgumentException().isThrownBy(() -> plan.approved(ADA));
        assertThatIllegalArgumentException().isThrownBy(() -> plan.approved(BOB).approved(ADA));
        assertThatIllegalArgumentException().isThrownBy(() -> plan("a", 1, "test", 5, ADA));
    }

    @Test
    void what_is_out_of_range_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> plan("", 1, "test", 5, null));
        assertThatIllegalArgumentException().isThrownBy(() -> plan("a b", 1, "test", 5, null));
        assertThatIllegalArgumentException().isThrownBy(() -> plan("a", 0, "test", 5, null));
        assertThatIllegalArgumentException().isThrownBy(() -> plan("a", 1, "No", 5, null));
        assertThatIllegalArgumentException().isThrownBy(() -> plan("a", 1, "test", 0, null));
        assertThat(SupportPlan.isId("a".repeat(SupportPlan.ID_LENGTH_MAX))).isTrue();
        assertThat(SupportPlan.isId("a".repeat(SupportPlan.ID_LENGTH_MAX + 1))).isFalse();
    }
}
