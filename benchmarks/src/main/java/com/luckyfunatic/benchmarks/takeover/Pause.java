package com.luckyfunatic.benchmarks.takeover;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The time between two looks at what other processes do. */
final class Pause {
    private static final Duration BRIEF = Duration.ofMillis(50);

    private Pause() {}

    static void brief() {
        LockSupport.parkNanos(BRIEF.toNanos());
    }
}
