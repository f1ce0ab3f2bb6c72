package com.luckyfunatic.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.operator.StarsRefund.End;
import com.luckyfunatic.engine.operator.StarsRefund.Ending;
import com.luckyfunatic.engine.player.PlayerId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarsRefundTest {
    private static final long MADE = 1_000;
    private static final long HELD_UNTIL = 5_000;

    private static SupportPlan plan(String id, long madeAtMillis) {
        return new SupportPlan(
                id,
                new OperatorName("ada"),
                new PlayerId(7),
                0,
                new PlannedChange.RefundStars("stx", 25, "ticket 1"),
                "test",
                Budget.STARS,
                25,
                false,
                madeAtMillis,
                madeAtMillis + HELD_UNTIL - MADE,
                null);
    }

    private static StarsRefund first() {
        return StarsRefund.of(plan("a", MADE), null, 1, MADE);
    }

    private static End end(Ending ending, long atMillis) {
        return End.of(ending, atMillis, "");
    }

    @Test
    void a_plan_that_is_about_to_ask_may_have_been_heard_from_then_on() {
        StarsRefund refund = first();

        assertThat(refund.isOf(plan("a", MADE))).isTrue();
        assertThat(refund.isOf(plan("b", MADE))).isFalse();
        assertThat(refund.mayHaveRefunded()).isTrue();
        assertThat(refund.unanswered()).isOne();
        assertThat(refund.heldUntilMillis()).isEqualTo(HELD_UNTIL);
    }

    @Test
    void who_was_turned_away_has_not_asked() {
        StarsRefund refund = first().turnedAway(2);

        assertThat(refund.mayHaveRefunded()).isFalse();
        assertThat(refund.end()).isNull();
        assertThat(refund.askedAgain(3, 1_100).unanswered()).isOne();
    }

    @Test
    void a_refusal_ends_it_only_when_nothing_else_may_have_been_heard() {
        End refusal = end(Ending.REFUSED, 1_500);

        assertThat(first().refused(2, refusal).end()).isEqualTo(refusal);
        StarsRefund twice = first().askedAgain(2, 1_200).refused(3, refusal);
        assertThat(twice.end()).isNull();
        assertThat(twice.mayHaveRefunded()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        ",             4999, false",
        ",             5000, true",
        "REFUNDED,     9999, false",
        "REFUSED,      3000, false",
        "REFUSED,      3001, true",
        "WENT_WITHOUT, 3000, false",
        "WENT_WITHOUT, 3001, true"
    })
    void which_later_plans_may_take_it_over(
            @Nullable Ending ending, long madeAtMillis, boolean yields) {
        StarsRefund refund = ending == null ? first() : first().ended(2, end(ending, 3_000));

        assertThat(refund.yieldsTo(plan("b", madeAtMillis))).isEqualTo(yields);
        assertThat(refund.yieldsTo(plan("a", madeAtMillis))).as("its own").isFalse();
    }

    @Test
    void who_takes_over_takes_what_is_unanswered_along() {
        SupportPlan later = plan("b", HELD_UNTIL);

        StarsRefund open = StarsRefund.of(later, first(), 2, HELD_UNTIL);
        StarsRefund ended =
                StarsRefund.of(later, first().ended(2, end(Ending.REFUSED, 1)), 3, HELD_UNTIL);

        assertThat(open.unanswered()).isEqualTo(2);
        assertThat(open.isOf(later)).isTrue();
        assertThat(ended.unanswered()).isOne();
        assertThat(ended.end()).isNull();
    }

    @Test
    void long_words_are_cut() {
        String longest = "x".repeat(StarsRefund.WORDS_LENGTH_MAX);

        assertThat(End.of(Ending.REFUSED, 1, longest + "y").words()).isEqualTo(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new End(Ending.REFUSED, 1, longest + "y"));
    }

    @Test
    void what_is_out_of_range_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> first().turnedAway(2).turnedAway(3));
        assertThatIllegalArgumentException().isThrownBy(() -> end(Ending.REFUSED, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new StarsRefund(
                                1,
                                " ",
                                plan("a", MADE).operationId(),
                                new PlayerId(7),
                                1,
                                1,
                                1,
                                null));
    }
}
