package com.luckyfunatic.benchmarks.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/** The result of {@link AuditVerifySuite}: each log sealed once, and checked again and again. */
public record AuditVerifyResult(List<Log> logs) {
    /** The changes of players, as the embedded store has them. */
    public static final String JOURNAL = "changes";

    /** Returns the log of that name. */
    public Log log(String name) {
        return logs.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /**
     * One log.
     *
     * @param store where it is
     * @param rows how many it has
     * @param contents how many changes or actions they hold: a row of the archive is a batch
     * @param sealSeconds how long sealing all of them took, once
     * @param checkSeconds how long checking all of them took, each time
     */
    public record Log(
            String name,
            String store,
            long rows,
            long contents,
            double sealSeconds,
            List<Double> checkSeconds) {
        /** Returns how many changes or actions were sealed in a second. */
        @JsonIgnore
        public double sealedPerSecond() {
            return contents / sealSeconds;
        }

        /** Returns how many changes or actions were checked in a second, each time. */
        @JsonIgnore
        public List<Double> checkedPerSecond() {
            return checkSeconds.stream().map(seconds -> contents / seconds).toList();
        }
    }
}
