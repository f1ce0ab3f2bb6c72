package com.luckyfunatic.benchmarks.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.luckyfunatic.benchmarks.run.Medians;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The result of {@link AuditSuite}: rounds of the audit trail and of the bare driver, in turn.
 *
 * @param server what was written to
 * @param inFlight how many rows were on their way at once, for both
 * @param batch how many changes each append held
 * @param checks all rows of the trail held against their manifests, again and again
 * @param reads the bare driver reading the same rows, each time before the check
 */
public record AuditResult(
        String server,
        int inFlight,
        int batch,
        List<Round> audit,
        List<Round> driver,
        List<Scan> checks,
        List<Scan> reads) {

    /**
     * All rows read once.
     *
     * @param rows how many there are
     * @param cpuMicros CPU time of this process per row, microseconds
     */
    public record Scan(long rows, double seconds, double cpuMicros) {
        /** Returns how many rows were read in a second. */
        @JsonIgnore
        public double perSecond() {
            return rows / seconds;
        }
    }

    /**
     * One round.
     *
     * @param changes how many were stored
     * @param perSecond changes per second
     * @param cpuMicros CPU time of this process per change, microseconds
     */
    public record Round(long changes, double seconds, double perSecond, double cpuMicros) {}

    /** The audit trail's rate as a share of the driver's, the median of neighbouring rounds. */
    public double ratio() {
        return Medians.of(
                IntStream.range(0, audit.size())
                        .mapToObj(i -> audit.get(i).perSecond() / driver.get(i).perSecond())
                        .toList());
    }

    /** The rate of the checks as a share of the driver's that only reads, the median of pairs. */
    public double checkRatio() {
        return Medians.of(
                IntStream.range(0, checks.size())
                        .mapToObj(i -> checks.get(i).perSecond() / reads.get(i).perSecond())
                        .toList());
    }
}
