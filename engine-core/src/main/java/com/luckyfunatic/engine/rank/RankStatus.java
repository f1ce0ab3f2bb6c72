package com.luckyfunatic.engine.rank;

/**
 * A rank as a player sees it.
 *
 * @param rank its number, from 1
 * @param name what players read
 * @param funzEarned lifetime funz of the player
 * @param nextAt lifetime funz at which the next rank is reached; 0 when this is the last
 */
public record RankStatus(int rank, String name, long funzEarned, long nextAt) {}
