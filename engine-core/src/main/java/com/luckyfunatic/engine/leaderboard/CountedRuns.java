package com.luckyfunatic.engine.leaderboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which runs of a player a board has counted: the {@value #KEPT_MAX} with the greatest ids, and the
 * greatest of all others.
 *
 * <p>Ids of runs grow with time, so what comes again is nearly always among those kept. Of an id at
 * or below {@code forgotten} nobody can tell any more, and it never counts: a score counts at most
 * once, for ever, in a few bytes.
 *
 * @param forgotten the greatest id that is not kept any more; 0 for none
 * @param latest those that are kept, smallest id first
 */
public record CountedRuns(long forgotten, List<CountedRun> latest) {
    /** How many are kept. */
    public static final int KEPT_MAX = 8;

    /** No run. */
    public static final CountedRuns NONE = new CountedRuns(0, List.of());

    /** Copies and checks. */
    public CountedRuns {
        latest = List.copyOf(latest);
        if (forgotten < 0 || latest.size() > KEPT_MAX) {
            throw new IllegalArgumentException(
                    "at most " + KEPT_MAX + " runs are kept, were " + latest.size());
        }
        long before = forgotten;
        for (CountedRun each : latest) {
            if (each.run() <= before) {
                throw new IllegalArgumentException("runs are kept in the order of their ids");
            }
            before = each.run();
        }
    }

    /** Returns the run with the id {@code run}, if it is kept. */
    Optional<CountedRun> find(long run) {
        return latest.stream().filter(each -> each.run() == run).findFirst();
    }

    /** Returns whether a run with a greater id than {@code run} has counted, as far as is known. */
    boolean isBeyond(long run) {
        return forgotten > run || (!latest.isEmpty() && latest.getLast().run() > run);
    }

    /** Returns the same with {@code run}, which is neither kept nor forgotten. */
    CountedRuns with(CountedRun run) {
        List<CountedRun> next = new ArrayList<>(latest);
        int place = next.size();
        while (place > 0 && next.get(place - 1).run() > run.run()) {
            place--;
        }
        next.add(place, run);
        return next.size() <= KEPT_MAX
                ? new CountedRuns(forgotten, next)
                : new CountedRuns(next.getFirst().run(), next.subList(1, next.size()));
    }
}
