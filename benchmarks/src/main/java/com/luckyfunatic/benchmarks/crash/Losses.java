package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.benchmarks.crash.CrashPlayer.Answered;
import java.time.Duration;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What a blow has cost of what had been answered. Hard operations never get lost; soft ones may, if
 * they were answered shortly before the blow and the promise says so. Thread-safe.
 */
final class Losses {
    private final Duration allowed;
    private final Phases phases;
    private final LongAdder soft = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private final LongAccumulator oldestNanos = new LongAccumulator(Math::max, 0);

    /**
     * @param allowed how long before the blow a soft operation that is lost may have been answered;
     *     zero when none may be lost
     */
    Losses(Duration allowed, Phases phases) {
        this.allowed = allowed;
        this.phases = phases;
    }

    /** Whether a blow may cost anything at all. */
    boolean mayBeAny() {
        return allowed.isPositive();
    }

    /** Whether {@code answered} is of the kind that a blow may cost. */
    boolean mayCost(Answered answered) {
        return mayBeAny() && !answered.isHard();
    }

    /**
     * Whether two answers to one intent, sent twice at once, may both be right because the blow
     * fell between them.
     */
    boolean mayHaveCostOneOf(Intent intent, Outcome one, Outcome other) {
        return !one.repeated()
                && !other.repeated()
                && phases.now() != Phases.Phase.BEFORE
                && mayCost(new Answered(intent, one, 0, 0))
                && mayCost(new Answered(intent, other, 0, 0));
    }

    /** Takes note of a lost operation; returns what is wrong about that, null if nothing is. */
    @Nullable Violation lost(Answered answered) {
        if (!mayCost(answered)) {
            return violation(
                    Violation.Kind.LOST,
                    answered,
                    answered.isHard() ? "hard" : "soft, and none may be lost");
        }
        if (answered.outcome().step() == null) {
            forgotRefusal();
            return null;
        }
        soft.increment();
        if (answered.sentAtNanos() > phases.healedAtNanos()) {
            return violation(
                    Violation.Kind.LOST_SOFT, answered, "soft, asked for after the blow was over");
        }
        long before = phases.struckAtNanos() - answered.atNanos();
        oldestNanos.accumulate(before);
        return before <= allowed.toNanos()
                ? null
                : violation(
                        Violation.Kind.LOST_SOFT,
                        answered,
                        "soft, answered " + before / 1_000_000 + " ms before the blow");
    }

    /** Takes note of a forgotten refusal. */
    void forgotRefusal() {
        refusals.increment();
    }

    private static Violation violation(Violation.Kind kind, Answered answered, String how) {
        Intent intent = answered.intent();
        return new Violation(
                kind,
                intent.telegramId(),
                intent.id(),
                intent.kind() + " is lost (" + how + "): " + answered.outcome());
    }

    /** How many soft changes are lost. */
    long soft() {
        return soft.sum();
    }

    /** How many refusals are forgotten, which changed nothing. */
    long refusals() {
        return refusals.sum();
    }

    /** How long before the blow the oldest of them had been answered, seconds. */
    double oldestSeconds() {
        return oldestNanos.get() / 1e9;
    }
}
