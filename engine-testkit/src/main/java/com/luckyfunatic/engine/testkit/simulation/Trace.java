package com.luckyfunatic.engine.testkit.simulation;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happens in a simulation, in order, as a number: two executions that differ
 * anywhere have different ones, but for an accident. Not thread-safe.
 */
final class Trace {
    private final @Nullable Consumer<String> lines;
    private long hash = 0x9E3779B97F4A7C15L;

    /**
     * @param lines gets each step in words; null for nobody
     */
    Trace(@Nullable Consumer<String> lines) {
        this.lines = lines;
    }

    /** One more step. */
    void add(long atMillis, String who, String what) {
        hash = (hash ^ atMillis) * 0x100000001B3L;
        hash = (hash ^ who.hashCode()) * 0x100000001B3L;
        hash = (hash ^ what.hashCode()) * 0x100000001B3L;
        hash ^= hash >>> 29;
        if (lines != null) {
            lines.accept(atMillis + " " + who + ": " + what);
        }
    }

    long hash() {
        return hash;
    }
}
