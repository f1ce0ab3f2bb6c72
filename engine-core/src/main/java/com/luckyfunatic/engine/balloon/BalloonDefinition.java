package com.luckyfunatic.engine.balloon;

import java.time.Duration;
import java.util.List;

/**
 * The balloon game as content describes it.
 *
 * @param duration how long a game takes
 * @param spawnEvery in each part of the game that is this long, one balloon appears
 * @param popsPerSecond pops that are taken per second for long
 * @param popBurst pops that are taken at once after a rest
 * @param funzPerPoint funz that a point of the score pays
 * @param dailyRewardedGames games of one UTC day that pay; later ones count for the best score only
 * @param kinds the kinds of balloons; none when there is no such game
 */
public record BalloonDefinition(
        Duration duration,
        Duration spawnEvery,
        int popsPerSecond,
        int popBurst,
        long funzPerPoint,
        int dailyRewardedGames,
        List<BalloonKind> kinds) {
    /** No balloons. */
    public static final BalloonDefinition NONE =
            new BalloonDefinition(Duration.ZERO, Duration.ZERO, 0, 0, 0, 0, List.of());

    /** Copies the list. */
    public BalloonDefinition {
        kinds = List.copyOf(kinds);
    }

    /** Returns whether there is such a game. */
    public boolean isOffered() {
        return !kinds.isEmpty();
    }

    /** Returns how many balloons a game has. */
    public int balloons() {
        return Math.toIntExact(duration.toMillis() / spawnEvery.toMillis());
    }
}
