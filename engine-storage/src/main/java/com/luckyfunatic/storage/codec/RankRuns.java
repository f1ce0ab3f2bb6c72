package com.luckyfunatic.storage.codec;

import com.luckyfunatic.engine.prize.FinalStanding;
import com.luckyfunatic.engine.storage.Page;
import java.util.List;

/** Checks standings that are to be written together. */
public final class RankRuns {
    private RankRuns() {}

    /**
     * Checks that {@code next} can be written.
     *
     * @throws IllegalArgumentException when they are too few, too many, of several tournaments, or
     *     their ranks do not follow each other
     */
    public static void require(List<FinalStanding> next) {
        Page.requireLimit(next.size());
        FinalStanding first = next.getFirst();
        for (int i = 1; i < next.size(); i++) {
            if (next.get(i).rank() != first.rank() + i
                    || !next.get(i).tournament().equals(first.tournament())) {
                throw new IllegalArgumentException(
                        "rank " + next.get(i).rank() + " does not follow rank " + first.rank());
            }
        }
    }
}
