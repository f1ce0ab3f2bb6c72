package com.luckyfunatic.engine.prize;

/**
 * What was paid for a rank.
 *
 * @param rank 1 for the best
 */
public record RankReceipt(long rank, PrizeReceipt receipt) {}
