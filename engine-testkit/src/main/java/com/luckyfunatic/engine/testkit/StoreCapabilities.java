package com.luckyfunatic.engine.testkit;

import java.time.Duration;

/**
 * In what stores may differ and still keep the ports' promises. Contracts ask here, never for a
 * store's name.
 *
 * @param durable whether a storage that was closed can be opened again and then holds everything
 * @param friendsRankingLag how far the friends' ranking may be behind the game, at most {@link
 *     #FRIENDS_RANKING_LAG_MAX}; zero when a change shows at once
 * @param changesKept how many of the latest changes of each player the history holds, at least
 *     {@link #CHANGES_KEPT_MIN}; {@link Long#MAX_VALUE} for all
 */
public record StoreCapabilities(boolean durable, Duration friendsRankingLag, long changesKept) {
    /** The longest lag that the port allows. */
    public static final Duration FRIENDS_RANKING_LAG_MAX = Duration.ofMinutes(1);

    /** The fewest changes of a player that the contracts can work with. */
    public static final long CHANGES_KEPT_MIN = 1_000;

    /** Survives closing, shows every change at once and keeps all of them. */
    public static final StoreCapabilities DURABLE =
            new StoreCapabilities(true, Duration.ZERO, Long.MAX_VALUE);

    /** Checks the ranges. */
    public StoreCapabilities {
        if (friendsRankingLag.isNegative()
                || friendsRankingLag.compareTo(FRIENDS_RANKING_LAG_MAX) > 0) {
            throw new IllegalArgumentException(
                    "the friends' ranking may lag by 0 to "
                            + FRIENDS_RANKING_LAG_MAX
                            + ", was "
                            + friendsRankingLag);
        }
        if (changesKept < CHANGES_KEPT_MIN) {
            throw new IllegalArgumentException(
                    "at least " + CHANGES_KEPT_MIN + " changes must be kept, was " + changesKept);
        }
    }
}
