package com.luckyfunatic.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FollowUpFailuresTest {
    @Test
    void a_reason_is_on_one_line_and_not_longer_than_it_may_be() {
        assertThat(FollowUpFailures.reasonOf("a\nb\u0007c")).isEqualTo("a b c");
        assertThat(FollowUpFailures.reasonOf("x".repeat(201))).isEqualTo("x".repeat(200));
        assertThat(FollowUpFailures.reasonOf("x".repeat(199) + "🦊")).isEqualTo("x".repeat(199));
        assertThat(FollowUpFailures.reasonOf("x".repeat(198) + "🦊")).endsWith("🦊");
    }

    @Test
    void what_was_thrown_is_told_by_its_name_and_its_message() {
        assertThat(FollowUpFailures.reasonOf(new IllegalStateException("no such quest")))
                .isEqualTo("IllegalStateException: no such quest");
        assertThat(FollowUpFailures.reasonOf(new ArithmeticException()))
                .isEqualTo("ArithmeticException");
    }

    @Test
    void attempts_are_counted_and_the_last_one_is_kept() {
        assertThat(FollowUpFailures.NONE.next(5, "a").next(7, "b"))
                .isEqualTo(new FollowUpFailures(2, 7, "b"));
        assertThat(new FollowUpFailures(Integer.MAX_VALUE, 5, "a").next(7, "b").count())
                .isEqualTo(Integer.MAX_VALUE);
        assertThatIllegalArgumentException().isThrownBy(() -> new FollowUpFailures(-1, 0, ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FollowUpFailures(1, 0, "x".repeat(201)));
    }
}
