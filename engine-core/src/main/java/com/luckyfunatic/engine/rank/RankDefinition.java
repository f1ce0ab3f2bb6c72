package com.luckyfunatic.engine.rank;

/**
 * A rank as content describes it; its number is its place in the list, from 1.
 *
 * @param name what players read
 * @param funzEarned lifetime funz at which it is reached; 0 for the first
 * @param rewardJokers jokers paid once for reaching it
 */
public record RankDefinition(String name, long funzEarned, long rewardJokers) {}
