package com.luckyfunatic.benchmarks.crash;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts of one round, and what was found wrong. Thread-safe. */
final class Tally {
    private final LongAdder taps = new LongAdder();
    private final LongAdder changes = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private final LongAdder repeats = new LongAdder();
    private final LongAdder unknownApplied = new LongAdder();
    private final LongAdder unknownNotApplied = new LongAdder();
    private final ConcurrentLinkedQueue<Violation> violations = new ConcurrentLinkedQueue<>();

    /** Counts the first answer to an intent. */
    void answered(Intent intent, Outcome outcome) {
        if (outcome.step() == null) {
            refusals.increment();
        } else if (intent.key() == null) {
            taps.increment();
        } else {
            changes.increment();
        }
    }

    /** Counts an unknown outcome that has become known, by whether it had been applied. */
    void resolved(boolean hadBeenApplied) {
        (hadBeenApplied ? unknownApplied : unknownNotApplied).increment();
    }

    /** Counts a repeat of something that had been answered. */
    void repeated() {
        repeats.increment();
    }

    /** Takes note of a violation, unless there is none. */
    void add(@Nullable Violation violation) {
        if (violation != null) {
            violations.add(violation);
        }
    }

    /** What was found wrong so far. */
    List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** Sums up a round. */
    CrashResult.Round sumUp(int round, double secondsOfLoad, double secondsOfRecovery) {
        return new CrashResult.Round(
                round,
                secondsOfLoad,
                secondsOfRecovery,
                taps.sum(),
                changes.sum(),
                refusals.sum(),
                unknownApplied.sum(),
                unknownNotApplied.sum(),
                repeats.sum(),
                violations());
    }
}
