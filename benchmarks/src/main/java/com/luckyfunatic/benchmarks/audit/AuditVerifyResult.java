package com.luckyfunatic.benchmarks.embedded;

import java.util.List;

/**
 * The result of {@link AuditVerifySuite}.
 *
 * @param rows how many changes were sealed and checked
 * @param sealSeconds how long sealing all of them took, once
 * @param checkSeconds how long checking all of them took, each time
 */
public record AuditVerifyResult(long rows, double sealSeconds, List<Double> checkSeconds) {
    /** Returns how many were checked in a second, each time. */
    public List<Double> checkedPerSecond() {
        return checkSeconds.stream().map(seconds -> rows / seconds).toList();
    }
}
