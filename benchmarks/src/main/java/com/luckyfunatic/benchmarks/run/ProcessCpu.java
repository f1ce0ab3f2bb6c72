package com.luckyfunatic.benchmarks.run;

import java.lang.management.ManagementFactory;

/** CPU time of this process. */
public final class ProcessCpu {
    private ProcessCpu() {}

    /** Returns what all threads have used so far, nanoseconds. */
    public static long nanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
