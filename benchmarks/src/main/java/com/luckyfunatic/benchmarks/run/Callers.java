package com.luckyfunatic.benchmarks.run;

import java.time.Duration;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/**
 * Virtual threads that each ask for one operation after the other. A caller goes through players of
 * its own in turn, so that no player has two operations at once and all are used alike.
 */
public final class Callers {
    private static final long LATENCY_MAX_NANOS = 60_000_000_000L;
    private static final int DIGITS = 3;

    private final int callers;
    private final int players;

    /** Where each caller goes on in the next round. */
    private final int[] next;

    /**
     * @param callers how many, each with at least one player
     * @param players how many to go through, all callers together
     */
    public Callers(int callers, int players) {
        if (callers < 1 || players < callers) {
            throw new IllegalArgumentException(callers + " callers on " + players + " players");
        }
        this.callers = callers;
        this.players = players;
        next = new int[callers];
        for (int caller = 0; caller < callers; caller++) {
            next[caller] = caller;
        }
    }

    /** Lets all callers go for {@code duration}. */
    public Round round(Subject subject, Duration duration) {
        Histogram latencies = new AtomicHistogram(LATENCY_MAX_NANOS, DIGITS);
        long cpu = ProcessCpu.nanos();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        Concurrently.run(callers, caller -> call(caller, subject, end, latencies));
        return Round.of(latencies, System.nanoTime() - start, ProcessCpu.nanos() - cpu);
    }

    private void call(int caller, Subject subject, long end, Histogram latencies) {
        int player = next[caller];
        long before = System.nanoTime();
        while (before - end < 0) {
            subject.operate(player);
            long after = System.nanoTime();
            latencies.recordValue(Math.min(after - before, LATENCY_MAX_NANOS));
            before = after;
            player += callers;
            if (player >= players) {
                player = caller;
            }
        }
        next[caller] = player;
    }
}
