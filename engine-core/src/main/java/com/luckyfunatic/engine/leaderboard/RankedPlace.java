package com.luckyfunatic.engine.leaderboard;

/**
 * A place with its rank.
 *
 * @param rank 1 for the best; no two players share one
 */
public record RankedPlace(long rank, BoardPlace place) {}
