package com.luckyfunatic.benchmarks.run;

import org.HdrHistogram.Histogram;

/**
 * What one round of callers measured.
 *
 * @param perSecond operations per second
 * @param cpuMicros CPU time of the whole process per operation, microseconds
 */
public record Round(
        long operations, double seconds, double perSecond, double cpuMicros, Latency latency) {

    /** How long callers waited for an answer, in microseconds. */
    public record Latency(double mean, double p50, double p99, double max) {
        static Latency of(Histogram nanos) {
            return new Latency(
                    nanos.getMean() / 1e3,
                    nanos.getValueAtPercentile(50) / 1e3,
                    nanos.getValueAtPercentile(99) / 1e3,
                    nanos.getMaxValue() / 1e3);
        }
    }

    static Round of(Histogram nanos, long elapsedNanos, long cpuNanos) {
        long operations = nanos.getTotalCount();
        return new Round(
                operations,
                elapsedNanos / 1e9,
                operations / (elapsedNanos / 1e9),
                cpuNanos / 1e3 / Math.max(1, operations),
                Latency.of(nanos));
    }
}
