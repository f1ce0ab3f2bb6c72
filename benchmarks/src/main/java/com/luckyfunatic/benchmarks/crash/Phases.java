package com.luckyfunatic.benchmarks.crash;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/**
 * How long answers took before, during and after a blow, from sending to the last byte: of soft
 * operations, of hard ones, and of those that were told to come again. Thread-safe.
 */
final class Phases {
    private static final long MAX_MICROS = 120_000_000L;
    private static final int DIGITS = 3;

    /** Where a moment lies. */
    enum Phase {
        BEFORE,
        DURING,
        AFTER
    }

    /** What was answered. */
    enum Kind {
        SOFT,
        HARD,
        /** 503, to something soft. */
        SOFT_AWAY,
        /** 503, to something hard. */
        HARD_AWAY,
        /** The first answer to a player after the blow. */
        FIRST_TOUCH
    }

    private final Map<Phase, Map<Kind, Histogram>> histograms = new EnumMap<>(Phase.class);
    private volatile Phase phase = Phase.BEFORE;
    private volatile long struckAtNanos = Long.MAX_VALUE;
    private volatile long healedAtNanos = Long.MAX_VALUE;

    Phases() {
        for (Phase each : Phase.values()) {
            Map<Kind, Histogram> kinds = new EnumMap<>(Kind.class);
            for (Kind kind : Kind.values()) {
                kinds.put(kind, new AtomicHistogram(MAX_MICROS, DIGITS));
            }
            histograms.put(each, kinds);
        }
    }

    /** The blow begins now. */
    void struck() {
        struckAtNanos = System.nanoTime();
        phase = Phase.DURING;
    }

    /** What was struck runs again. */
    void healed() {
        healedAtNanos = System.nanoTime();
        phase = Phase.AFTER;
    }

    /** The present phase. */
    Phase now() {
        return phase;
    }

    /** When it struck; as late as can be when it has not. */
    long struckAtNanos() {
        return struckAtNanos;
    }

    /** When it was over. */
    long healedAtNanos() {
        return healedAtNanos;
    }

    /** Whether anything of {@code kind} that was sent in {@code of} was answered. */
    boolean hasAny(Phase of, Kind kind) {
        return histogram(of, kind).getTotalCount() > 0;
    }

    /** How many answers of {@code kind} there were so far, whenever they were asked for. */
    long count(Kind kind) {
        long count = 0;
        for (Phase each : Phase.values()) {
            count += histogram(each, kind).getTotalCount();
        }
        return count;
    }

    /** Records an answer to something that was sent in {@code sentIn}. */
    void answered(Phase sentIn, Kind kind, long nanos) {
        histogram(sentIn, kind).recordValue(Math.min(nanos / 1_000, MAX_MICROS));
    }

    private Histogram histogram(Phase of, Kind kind) {
        return requireNonNull(requireNonNull(histograms.get(of)).get(kind));
    }

    /** Sums up one kind in one phase. */
    Latency latency(Phase of, Kind kind) {
        Histogram histogram = histogram(of, kind);
        return new Latency(
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50) / 1e3,
                histogram.getValueAtPercentile(99) / 1e3,
                histogram.getMaxValue() / 1e3);
    }

    /**
     * Latencies, milliseconds.
     *
     * @param count how many
     */
    public record Latency(long count, double p50, double p99, double max) {}
}
