package com.luckyfunatic.benchmarks.server;

import java.util.List;

/** The result of {@link AdminSuite}. */
public record AdminResult(List<Command> commands) {
    /**
     * One command, with and without the start-up cache in turn.
     *
     * @param withCacheSeconds from the shell's command to the end of the process
     * @param withoutCacheSeconds the same without the cache
     */
    public record Command(
            String name, List<Double> withCacheSeconds, List<Double> withoutCacheSeconds) {}
}
