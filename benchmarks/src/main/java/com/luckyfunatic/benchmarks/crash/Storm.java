package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.benchmarks.run.Concurrently;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Blows of every kind to a {@link Fleet}, in an order of chance. The next comes a moment after the
 * one before, though what that has struck may still be starting; only of one kind nothing is struck
 * again before it is whole.
 *
 * @param each how many of each kind
 */
record Storm(int each) implements Blow<Fleet> {
    private static final long PAUSE_MAX_MILLIS = 3_000;

    @Override
    public void strike(Fleet fleet, Phases phases) throws IOException, InterruptedException {
        List<FleetBlow> blows = new ArrayList<>();
        for (FleetBlow blow : FleetBlow.values()) {
            blows.addAll(Collections.nCopies(each, blow));
        }
        Collections.shuffle(blows, fleet.random());
        Map<FleetBlow, Future<?>> healing = new EnumMap<>(FleetBlow.class);
        phases.struck();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (FleetBlow blow : blows) {
                Future<?> before = healing.get(blow);
                if (before != null) {
                    Concurrently.await(before);
                }
                Seen seen = new Seen(phases);
                Callable<?> healer = blow.strike(fleet);
                healing.put(
                        blow,
                        threads.submit(() -> {
                            var _ = healer.call();
                            FleetResult.Struck over = seen.until(blow, phases);
                            fleet.add(over);
                            print(over);
                            return over;
                        }));
                TimeUnit.MILLISECONDS.sleep(fleet.random().nextLong(PAUSE_MAX_MILLIS));
            }
            for (Future<?> each : healing.values()) {
                Concurrently.await(each);
            }
        }
        phases.healed();
    }

    /** What had been answered when a blow began. */
    private static final class Seen {
        private final long beginNanos = System.nanoTime();
        private final long soft;
        private final long hard;

        Seen(Phases phases) {
            soft = phases.count(Phases.Kind.SOFT);
            hard = phases.count(Phases.Kind.HARD);
        }

        FleetResult.Struck until(FleetBlow blow, Phases phases) {
            return new FleetResult.Struck(
                    blow,
                    (System.nanoTime() - beginNanos) / 1e9,
                    phases.count(Phases.Kind.SOFT) - soft,
                    phases.count(Phases.Kind.HARD) - hard);
        }
    }

    private static void print(FleetResult.Struck over) {
        System.out.printf(
                Locale.ROOT,
                "  %s: whole after %.1f s, meanwhile %d taps and %d hard changes%n",
                over.blow().name().toLowerCase(Locale.ROOT),
                over.seconds(),
                over.softAnswered(),
                over.hardAnswered());
    }

    /** In all of it, something is answered. */
    @Override
    public List<Sight> sights() {
        return List.of(
                new Sight(Phases.Phase.DURING, Phases.Kind.SOFT),
                new Sight(Phases.Phase.DURING, Phases.Kind.HARD));
    }
}
