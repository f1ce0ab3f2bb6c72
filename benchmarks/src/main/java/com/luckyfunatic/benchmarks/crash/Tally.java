package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.benchmarks.crash.Phases.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAccumulator;
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
    private final LongAdder reads = new LongAdder();
    private final LongAdder silences = new LongAdder();
    private final LongAccumulator caughtUpNanos = new LongAccumulator(Math::max, 0);
    private final Phases phases = new Phases();
    private final Losses losses;
    private volatile double perSecond;
    private final ConcurrentLinkedQueue<Violation> violations = new ConcurrentLinkedQueue<>();

    /**
     * @param lossAllowed how long before a blow a soft operation that is lost may have been
     *     answered
     */
    Tally(Duration lossAllowed) {
        losses = new Losses(lossAllowed, phases);
    }

    /** How long answers took, by phase. */
    Phases phases() {
        return phases;
    }

    /** What was lost. */
    Losses losses() {
        return losses;
    }

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

    /** Counts a look at a game. */
    void read() {
        reads.increment();
    }

    /** Counts a request that got no answer at all. */
    void silent() {
        silences.increment();
    }

    /** Takes note that a request was told to come again. */
    void away(Phases.Phase sentIn, Intent intent, long nanos) {
        phases.answered(sentIn, intent.isHard() ? Kind.HARD_AWAY : Kind.SOFT_AWAY, nanos);
    }

    /** Takes note of how long an answer took. */
    void took(Phases.Phase sentIn, Intent intent, Reply reply, long nanos) {
        if (intent.kind() == Intent.Kind.TAP) {
            phases.answered(sentIn, Kind.SOFT, nanos);
        } else if (intent.isHard() && reply.isAccepted() && !reply.hit()) {
            phases.answered(sentIn, Kind.HARD, nanos);
        }
    }

    /**
     * Takes note that the game has answered {@code player}, perhaps the first time after a blow.
     */
    void touched(CrashPlayer player, long sentAtNanos) {
        long before = player.touched();
        if (before < phases.struckAtNanos() && sentAtNanos >= phases.healedAtNanos()) {
            phases.answered(Phases.Phase.AFTER, Kind.FIRST_TOUCH, System.nanoTime() - sentAtNanos);
        }
    }

    /** Takes note of how long it took until the audit had everything that had been answered. */
    void caughtUpAfter(long nanos) {
        caughtUpNanos.accumulate(nanos);
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

    /** The load is over, after so long. */
    void loadEnded(double seconds) {
        long answered = taps.sum() + changes.sum() + refusals.sum() + repeats.sum() + reads.sum();
        perSecond = answered / seconds;
    }

    /** Sums up a round. */
    CrashResult.Round sumUp(int round, double secondsOfLoad, double secondsOfRecovery) {
        return new CrashResult.Round(
                round,
                secondsOfLoad,
                perSecond,
                secondsOfRecovery,
                taps.sum(),
                changes.sum(),
                refusals.sum(),
                unknownApplied.sum(),
                unknownNotApplied.sum(),
                repeats.sum(),
                reads.sum(),
                silences.sum(),
                losses.soft(),
                losses.refusals(),
                losses.oldestSeconds(),
                caughtUpNanos.get() / 1e9,
                latencies(),
                violations());
    }

    private Map<String, Phases.Latency> latencies() {
        Map<String, Phases.Latency> latencies = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            for (Phases.Phase phase : Phases.Phase.values()) {
                Phases.Latency latency = phases.latency(phase, kind);
                if (latency.count() > 0) {
                    String name = (kind + "_" + phase).toLowerCase(Locale.ROOT);
                    latencies.put(name, latency);
                }
            }
        }
        return latencies;
    }
}
