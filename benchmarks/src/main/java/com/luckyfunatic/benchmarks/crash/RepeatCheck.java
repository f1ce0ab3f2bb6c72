package com.luckyfunatic.benchmarks.crash;

import org.jspecify.annotations.Nullable;

/** Compares the answer to a repeat with the first answer. */
final class RepeatCheck {
    private RepeatCheck() {}

    /** Returns what is wrong with a repeat of an answered intent; null when nothing is. */
    static @Nullable Violation check(Intent intent, Outcome first, Outcome repeat) {
        if (!repeat.repeated()) {
            return violation(
                    Violation.Kind.LOST, intent, "the repeat was taken for a new operation");
        }
        if (!repeat.digest().equals(first.digest())) {
            return violation(Violation.Kind.CHANGED, intent, "the repeat was answered differently");
        }
        return null;
    }

    /**
     * Judges the repeat of an answered intent. One that was carried out anew is wrong unless the
     * blow has cost the first, which the state tells later; either way its answer is the one that
     * counts from now on.
     *
     * @param sentAtNanos when the repeat was sent
     */
    static void judge(
            CrashPlayer player,
            CrashPlayer.Answered first,
            Outcome repeat,
            long sentAtNanos,
            Tally tally) {
        tally.repeated();
        if (repeat.step() != null && repeat.repeated() && first.intent().key() == null) {
            player.seen(repeat.step().after(), sentAtNanos, false);
        }
        if (repeat.repeated() || !tally.losses().mayCost(first)) {
            tally.add(check(first.intent(), first.outcome(), repeat));
        } else if (first.outcome().step() == null) {
            tally.add(tally.losses().lost(first));
        } else {
            player.forgot(first);
        }
        if (!repeat.repeated()) {
            player.answeredAnew(first, repeat, sentAtNanos);
        }
    }

    /** Returns what is wrong with the answer to an intent that was never sent before. */
    static @Nullable Violation checkNew(Intent intent, Outcome outcome) {
        return outcome.repeated()
                ? violation(
                        Violation.Kind.CHANGED, intent, "a new operation was taken for a repeat")
                : null;
    }

    /** Returns what is wrong with two answers to one intent sent twice at once. */
    static @Nullable Violation checkTwins(Intent intent, Outcome one, Outcome other) {
        if (!one.repeated() && !other.repeated()) {
            return violation(
                    Violation.Kind.DOUBLED, intent, "both of two equal requests were applied");
        }
        if (one.repeated() && other.repeated()) {
            return checkNew(intent, one);
        }
        if (!one.digest().equals(other.digest())) {
            return violation(
                    Violation.Kind.CHANGED, intent, "two equal requests were answered differently");
        }
        return null;
    }

    private static Violation violation(Violation.Kind kind, Intent intent, String detail) {
        return new Violation(kind, intent.telegramId(), intent.id(), intent.kind() + ": " + detail);
    }
}
