package com.luckyfunatic.benchmarks.crash;

/**
 * Where a player stands after a change.
 *
 * @param sequence of the state: each change raises it by one
 * @param rank from 1
 */
record Place(long sequence, long funz, long jokers, int rank) {}
