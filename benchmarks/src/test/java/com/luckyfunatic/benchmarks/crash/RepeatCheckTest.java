package com.luckyfunatic.benchmarks.crash;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.benchmarks.crash.Intent.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepeatCheckTest {
    private static final Intent INTENT =
            new Intent(17, 1001, Kind.CARD, "/cards/buy-card", "{}", "key");

    private static final Outcome FIRST = new Outcome("one", false, null);

    @Test
    void a_repeat_with_the_first_answer_is_right() {
        assertThat(RepeatCheck.check(INTENT, FIRST, new Outcome("one", true, null))).isNull();
    }

    @Test
    void a_repeat_that_is_carried_out_anew_reports_a_lost_operation() {
        assertViolation(
                RepeatCheck.check(INTENT, FIRST, new Outcome("one", false, null)),
                Violation.Kind.LOST);
    }

    @Test
    void a_repeat_with_another_answer_is_reported() {
        assertViolation(
                RepeatCheck.check(INTENT, FIRST, new Outcome("two", true, null)),
                Violation.Kind.CHANGED);
    }

    @Test
    void of_two_equal_requests_one_is_the_repeat() {
        Outcome repeat = new Outcome("one", true, null);

        assertThat(RepeatCheck.checkTwins(INTENT, FIRST, repeat)).isNull();
        assertThat(RepeatCheck.checkTwins(INTENT, repeat, FIRST)).isNull();
    }

    @Test
    void two_equal_requests_that_were_both_applied_are_reported() {
        assertViolation(
                RepeatCheck.checkTwins(INTENT, FIRST, new Outcome("one", false, null)),
                Violation.Kind.DOUBLED);
    }

    @Test
    void two_equal_requests_with_different_answers_are_reported() {
        assertViolation(
                RepeatCheck.checkTwins(INTENT, FIRST, new Outcome("two", true, null)),
                Violation.Kind.CHANGED);
    }

    @Test
    void a_new_operation_that_is_taken_for_a_repeat_is_reported() {
        Outcome repeat = new Outcome("one", true, null);

        assertThat(RepeatCheck.checkNew(INTENT, FIRST)).isNull();
        assertViolation(RepeatCheck.checkNew(INTENT, repeat), Violation.Kind.CHANGED);
        assertViolation(RepeatCheck.checkTwins(INTENT, repeat, repeat), Violation.Kind.CHANGED);
    }

    private static void assertViolation(@Nullable Violation found, Violation.Kind kind) {
        assertThat(requireNonNull(found).kind()).isEqualTo(kind);
        assertThat(found.intent()).isEqualTo(17);
        assertThat(found.telegramId()).isEqualTo(1001);
    }
}
