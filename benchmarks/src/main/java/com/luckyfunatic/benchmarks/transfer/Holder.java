package com.luckyfunatic.benchmarks.transfer;

/**
 * What a player held.
 *
 * @param account his on the platform
 * @param before before the first transfer
 * @param after when all was over
 */
record Holder(String account, long before, long after) {}
