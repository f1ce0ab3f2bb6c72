package com.luckyfunatic.benchmarks.server;

import java.util.List;

/**
 * The result of {@link StartSuite}, in turn.
 *
 * @param withCacheSeconds from the command to the first answer that the game can be played, with
 *     the start-up cache of the build; none when there is no such cache
 * @param withoutCacheSeconds the same without it
 * @param residentMiB resident memory right after each start, with and without the cache in turn
 */
public record StartResult(
        List<Double> withCacheSeconds, List<Double> withoutCacheSeconds, List<Long> residentMiB) {}
