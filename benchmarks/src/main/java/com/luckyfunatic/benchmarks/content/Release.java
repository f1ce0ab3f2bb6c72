package com.luckyfunatic.benchmarks.content;

/**
 * Content that was in force.
 *
 * @param number which one, in their order; 0 for what the servers were started with
 * @param version what changes name that are decided under it
 * @param price what every level of the cards to buy costs by it, and by no other
 * @param activeFromMillis from when it is in force, epoch milliseconds; {@link Long#MIN_VALUE} for
 *     always
 */
record Release(int number, String version, long price, long activeFromMillis) {}
