package com.luckyfunatic.benchmarks.takeover;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits between two looks at what other processes do, or two tries. */
final class Pause {
    private static final Duration BRIEF = Duration.ofMillis(50);

    private Pause() {}

    static void brief() {
        LockSupport.parkNanos(BRIEF.toNanos());
    }

    /** The machine is busy with everything at once: a database may not answer in time. */
    static <T> T untilAnswered(Supplier<T> call) {
        while (true) {
            try {
                return call.get();
            } catch (StorageUnavailableException e) {
                brief();
            }
        }
    }
}
