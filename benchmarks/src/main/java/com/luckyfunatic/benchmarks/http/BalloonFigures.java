package com.luckyfunatic.benchmarks.http;

import com.luckyfunatic.benchmarks.run.Round;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/** Counts answers while it is told to. Thread-safe. */
final class BalloonFigures {
    private static final long LATENCY_MAX_NANOS = 60_000_000_000L;
    private static final int DIGITS = 3;

    private final Histogram latencies = new AtomicHistogram(LATENCY_MAX_NANOS, DIGITS);
    private final LongAdder refused = new LongAdder();
    private volatile boolean counting;

    void count(boolean whether) {
        counting = whether;
    }

    void answered(long nanos, boolean wasRefused) {
        if (counting) {
            latencies.recordValue(Math.min(nanos, LATENCY_MAX_NANOS));
            refused.add(wasRefused ? 1 : 0);
        }
    }

    long pops() {
        return latencies.getTotalCount();
    }

    long refused() {
        return refused.sum();
    }

    Round.Latency latency() {
        return new Round.Latency(
                latencies.getMean() / 1e3,
                latencies.getValueAtPercentile(50) / 1e3,
                latencies.getValueAtPercentile(99) / 1e3,
                latencies.getMaxValue() / 1e3);
    }
}
