package com.luckyfunatic.engine.leaderboard;

import java.util.Comparator;

/** How a board turns scores into standings and orders them. */
public record Scoring(ScoringMethod method, ScoringDirection direction) {
    private static final Comparator<BoardPlace> HIGHER =
            Comparator.comparing(BoardPlace::score)
                    .reversed()
                    .thenComparingLong(BoardPlace::reachedAtMillis)
                    .thenComparing(BoardPlace::player);

    private static final Comparator<BoardPlace> LOWER =
            Comparator.comparing(BoardPlace::score)
                    .thenComparingLong(BoardPlace::reachedAtMillis)
                    .thenComparing(BoardPlace::player);

    /**
     * Returns the order of places, best first: by score, then by who reached it first, and in the
     * same millisecond by id, smallest first. No two players are equal.
     */
    public Comparator<BoardPlace> order() {
        return direction == ScoringDirection.HIGHER ? HIGHER : LOWER;
    }

    /** Returns the better of two scores. */
    long better(long score, long other) {
        return direction == ScoringDirection.HIGHER
                ? Math.max(score, other)
                : Math.min(score, other);
    }

    /** Returns the score of which {@code total} was kept after {@code count} scores. */
    Score score(long total, long count) {
        return Score.of(total, method == ScoringMethod.AVERAGE ? count : 1);
    }
}
