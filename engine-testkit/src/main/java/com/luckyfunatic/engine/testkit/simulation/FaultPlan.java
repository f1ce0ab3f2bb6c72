package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.testkit.simulation.Fault.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws what goes wrong under one seed. Each seed has a few of the kinds only, so that a frequent
 * one does not hide what a rare one would find.
 */
final class FaultPlan {
    private static final int COUNT_MAX = 32;

    /** What Redis may lose of what it has acknowledged. */
    private static final int LOSS_MILLIS_MAX = 2_000;

    private FaultPlan() {}

    /**
     * Returns what goes wrong, in the order of time.
     *
     * @param servers how many there are
     * @param millis how long faults are injected
     */
    static List<Fault> draw(RandomGenerator random, int servers, int millis) {
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (random.nextBoolean()) {
                kinds.add(kind);
            }
        }
        List<Fault> faults = new ArrayList<>();
        for (int left = kinds.isEmpty() ? 0 : random.nextInt(COUNT_MAX + 1); left > 0; left--) {
            faults.add(
                    draw(
                            random,
                            kinds.get(random.nextInt(kinds.size())),
                            servers,
                            random.nextInt(millis)));
        }
        faults.sort(Comparator.comparingLong(Fault::atMillis));
        return List.copyOf(faults);
    }

    private static Fault draw(RandomGenerator random, Kind kind, int servers, long at) {
        int server = random.nextInt(servers);
        int store = random.nextInt(Fault.Store.values().length);
        return switch (kind) {
            case SERVER_CRASH -> new Fault(kind, at, server, 50 + random.nextInt(2_000));
            case SERVER_PAUSE -> new Fault(kind, at, server, 200 + random.nextInt(5_000));
            // Less than the margin of a hold, which is what the game allows clocks to differ by.
            case CLOCK_STEP -> new Fault(kind, at, server, random.nextInt(-10_000, 10_000));
            case REQUEST_DUPLICATED, REQUEST_DELAYED ->
                    new Fault(kind, at, 0, 1 + random.nextInt(4_000));
            case REQUEST_DROPPED, REPLY_DROPPED, REDIS_EMPTIED -> new Fault(kind, at, 0, 0);
            case STORE_REQUEST_LOST, STORE_REPLY_LOST -> new Fault(kind, at, store, 0);
            case STORE_REQUEST_LATE, STORE_AWAY ->
                    new Fault(kind, at, store, 50 + random.nextInt(3_000));
            case REDIS_CRASH, REDIS_FAILOVER ->
                    new Fault(kind, at, 0, random.nextInt(LOSS_MILLIS_MAX));
        };
    }
}
