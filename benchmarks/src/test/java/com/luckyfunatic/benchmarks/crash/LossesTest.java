package com.luckyfunatic.benchmarks.crash;

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
        assertThat(twoSeconds.lost(answered(Kind.TAP, FREE, 3 * SECOND))).isNotNull();
    }

    @Test
    void a_hard_change_may_never_be_lost() {
        assertThat(twoSeconds.lost(answered(Kind.CARD, PAID, 0))).isNotNull();
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
        return new Answered(
                new Intent(17, 1001, kind, "/", "{}", kind == Kind.TAP ? null : "key"),
                new Outcome("digest", false, step),
                phases.struckAtNanos() - nanosBefore);
    }
}
