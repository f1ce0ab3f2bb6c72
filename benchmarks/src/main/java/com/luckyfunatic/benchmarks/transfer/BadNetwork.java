package com.luckyfunatic.benchmarks.transfer;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Draws what goes wrong with each request, from a seed; which request comes when is up to the
 * processes. Thread-safe.
 */
final class BadNetwork {
    /** Longer than the platform takes a request. */
    private static final long HELD_MILLIS_MAX = Duration.ofSeconds(90).toMillis();

    private final SplittableRandom random;
    private final Map<NetworkFault, Integer> drawn = new EnumMap<>(NetworkFault.class);
    private int requests;
    private int whileBad;
    private boolean mended;

    BadNetwork(SplittableRandom random) {
        this.random = random;
    }

    /** Returns what happens to the next request; null for nothing. */
    synchronized @Nullable NetworkFault next() {
        requests++;
        if (mended) {
            return null;
        }
        whileBad++;
        int left = random.nextInt(100);
        for (NetworkFault each : NetworkFault.values()) {
            left -= each.percent();
            if (left < 0) {
                drawn.merge(each, 1, Integer::sum);
                return each;
            }
        }
        return null;
    }

    /** Returns how long a request is held. */
    synchronized Duration heldFor() {
        return Duration.ofMillis(random.nextLong(HELD_MILLIS_MAX));
    }

    /** Nothing goes wrong from now on; what is held still comes. */
    synchronized void mend() {
        mended = true;
    }

    /** Returns how many requests there were. */
    synchronized int requests() {
        return requests;
    }

    /** Returns how many came before it was mended. */
    synchronized int whileBad() {
        return whileBad;
    }

    /** Returns how often each fault was met. */
    synchronized Map<String, Integer> faults() {
        Map<String, Integer> faults = new LinkedHashMap<>();
        drawn.forEach((fault, times) -> faults.put(fault.label(), times));
        return faults;
    }
}
