package com.luckyfunatic.engine.prize;

/**
 * What a player would get, or gets.
 *
 * @param standing where the player stands, and what was paid
 * @param prize what there is for the rank, whole units; 0 for nothing
 */
public record ExpectedPrize(FinalStanding standing, long prize) {}
