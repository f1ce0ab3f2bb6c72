package com.luckyfunatic.benchmarks.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Blows of every kind to a {@link Fleet}, in an order of chance and so soon after one another that
 * what one has brought about is not over when the next comes.
 *
 * @param each how many of each kind
 */
record Storm(int each) implements Blow<Fleet> {
    private static final long PAUSE_MAX_MILLIS = 1_500;

    @Override
    public void strike(Fleet fleet, Phases phases) throws IOException, InterruptedException {
        List<FleetBlow> blows = new ArrayList<>();
        for (FleetBlow blow : FleetBlow.values()) {
            blows.addAll(Collections.nCopies(each, blow));
        }
        Collections.shuffle(blows, fleet.random());
        phases.struck();
        for (FleetBlow blow : blows) {
            long begin = System.nanoTime();
            blow.strike(fleet);
            System.out.printf(
                    Locale.ROOT,
                    "  %s: %.1f s%n",
                    blow.name().toLowerCase(Locale.ROOT),
                    (System.nanoTime() - begin) / 1e9);
            TimeUnit.MILLISECONDS.sleep(fleet.random().nextLong(PAUSE_MAX_MILLIS));
        }
        phases.healed();
    }

    /** Taps go on whatever is struck, save Redis; and there are moments in which all is well. */
    @Override
    public List<Sight> sights() {
        return List.of(
                new Sight(Phases.Phase.DURING, Phases.Kind.SOFT),
                new Sight(Phases.Phase.DURING, Phases.Kind.HARD));
    }
}
