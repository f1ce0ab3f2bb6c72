package com.luckyfunatic.benchmarks.audit;

import com.luckyfunatic.benchmarks.run.Medians;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The result of {@link DrainSuite}: rounds of the whole drain and of the bare driver storing the
 * same rows, in turn, and how far the audit lags behind at a steady rate.
 *
 * @param servers what was drained from and to
 * @param players whose changes
 * @param partitions journals that they wait in
 * @param inFlight how many rows were on their way at once, for both
 */
public record DrainResult(
        String servers,
        int players,
        int partitions,
        int inFlight,
        List<Round> drain,
        List<Round> driver,
        Lag lag) {

    /**
     * One round.
     *
     * @param changes how many were stored
     * @param perSecond changes per second
     */
    public record Round(long changes, double seconds, double perSecond, CpuMicros cpu) {}

    /** CPU time per change by process, microseconds. */
    public record CpuMicros(double own, double redis, double mySql, double cassandra) {}

    /**
     * How long it took from the moment at which a change was due until the append that it was part
     * of was acknowledged, for each change by itself: an upper bound of when its row was there.
     *
     * @param wantedPerSecond changes that were due per second
     * @param changes how many were due in the measured time
     */
    public record Lag(
            double wantedPerSecond,
            double seconds,
            long changes,
            double p50Millis,
            double p99Millis,
            double maxMillis,
            CpuMicros cpu) {}

    /** The drain's rate as a share of the driver's, the median of neighbouring rounds. */
    public double ratio() {
        return Medians.of(
                IntStream.range(0, drain.size())
                        .mapToObj(i -> drain.get(i).perSecond() / driver.get(i).perSecond())
                        .toList());
    }
}
