package com.luckyfunatic.benchmarks.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.luckyfunatic.benchmarks.run.Medians;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@link AuditSuite}: rounds of the audit trail and of the bare driver, in turn.
 *
 * @param server what was written to
 * @param inFlight how many rows were on their way at once, for both
 * @param batch how many changes each append held
 * @param checked what came of holding all rows of the trail against their manifests; null for runs
 *     of before there were any
 */
public record AuditResult(
        String server,
        int inFlight,
        int batch,
        List<Round> audit,
        List<Round> driver,
        @Nullable Checked checked) {

    /**
     * A check of everything.
     *
     * @param rows how many were as their manifests list them
     * @param findings how many were not
     */
    public record Checked(long rows, long findings, double seconds) {
        /** Returns how many rows were checked in a second. */
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
}
