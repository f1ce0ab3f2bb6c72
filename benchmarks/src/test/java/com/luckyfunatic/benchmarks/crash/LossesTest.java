package com.luckyfunatic.benchmarks.crash;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.benchmarks.crash.CrashPlayer.Answered;
import com.luckyfunatic.benchmarks.crash.Intent.Kind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LossesTest {
    private static final Place PLACE = new Place(11, 950, 5, 1);
    private static final Outcome.Step FREE = new Outcome.Step(PLACE, 50, 0);
    private static final Outcome.Step PAID = new Outcome.Step(PLACE, -50, 0, 50);
    private static final long SECOND = 1_000_000_000;

    private final Phases phases = new Phases();
    private final Losses none = new Losses(Duration.ZERO, phases);
    private final Losses twoSeconds = new Losses(Duration.ofSeconds(2), phases);

    LossesTest() {
        phases.struck();
    }

    @Test
    void where_nothing_may_be_lost_a_lost_tap_is_reported() {
        assertThat(none.lost(answered(Kind.TAP, FREE, 0))).isNotNull();
    }

    @Test
    void a_soft_change_answered_shortly_before_the_blow_may_be_lost_and_is_counted() {
        assertThat(twoSeconds.lost(answered(Kind.TAP, FREE, SECOND))).isNull();
        assertThat(twoSeconds.lost(answered(Kind.BOOSTER, FREE, SECOND))).isNull();

        assertThat(twoSeconds.soft()).isEqualTo(2);
        assertThat(twoSeconds.oldestSeconds()).isEqualTo(1);
    }

    @Test
    void a_soft_change_answered_long_before_the_blow_may_not() {
        assertThat(requireNonNull(twoSeconds.lost(answered(Kind.TAP, FREE, 3 * SECOND))).kind())
                .isEqualTo(Violation.Kind.LOST_SOFT);
    }

    @Test
    void a_soft_change_that_was_asked_for_after_the_blow_may_not_be_lost() {
        phases.healed();
        long sentAt = phases.healedAtNanos() + 1;

        Violation found =
                twoSeconds.lost(
                        new Answered(
                                intent(Kind.TAP),
                                new Outcome("digest", false, FREE),
                                sentAt,
                                sentAt + 1));

        assertThat(requireNonNull(found).kind()).isEqualTo(Violation.Kind.LOST_SOFT);
    }

    @Test
    void of_two_equal_requests_around_a_blow_it_may_have_cost_one() {
        Outcome applied = new Outcome("digest", false, FREE);
        Outcome repeated = new Outcome("digest", true, FREE);

        assertThat(twoSeconds.mayHaveCostOneOf(intent(Kind.TAP), applied, applied)).isTrue();
        assertThat(twoSeconds.mayHaveCostOneOf(intent(Kind.TAP), applied, repeated)).isFalse();
        assertThat(twoSeconds.mayHaveCostOneOf(intent(Kind.STORY), applied, applied)).isFalse();
        assertThat(none.mayHaveCostOneOf(intent(Kind.TAP), applied, applied)).isFalse();
        assertThat(
                        new Losses(Duration.ofSeconds(2), new Phases())
                                .mayHaveCostOneOf(intent(Kind.TAP), applied, applied))
                .isFalse();
    }

    @Test
    void a_hard_change_may_never_be_lost() {
        assertThat(requireNonNull(twoSeconds.lost(answered(Kind.CARD, PAID, 0))).kind())
                .isEqualTo(Violation.Kind.LOST);
        assertThat(twoSeconds.lost(answered(Kind.BOOSTER, PAID, 0))).isNotNull();
        assertThat(twoSeconds.lost(answered(Kind.STORY, FREE, 0))).isNotNull();
        assertThat(twoSeconds.soft()).isZero();
    }

    @Test
    void a_forgotten_refusal_is_counted_by_itself() {
        assertThat(twoSeconds.lost(answered(Kind.CARD, null, 9 * SECOND))).isNull();

        assertThat(twoSeconds.refusals()).isEqualTo(1);
        assertThat(twoSeconds.soft()).isZero();
    }

    private Answered answered(Kind kind, Outcome.@Nullable Step step, long nanosBefore) {
        long at = phases.struckAtNanos() - nanosBefore;
        return new Answered(intent(kind), new Outcome("digest", false, step), at, at);
    }

    private static Intent intent(Kind kind) {
        return new Intent(17, 1001, kind, "/", "{}", kind == Kind.TAP ? null : "key");
    }
}
