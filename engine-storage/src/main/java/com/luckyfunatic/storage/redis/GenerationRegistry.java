package com.luckyfunatic.storage.redis;

import java.util.Collection;

/**
 * The generations of the partitions, kept where nothing is forgotten: how often each partition may
 * have lost something. Thread-safe.
 */
public interface GenerationRegistry {
    /** Returns the generation of {@code partition}; 1 at first. */
    long current(int partition);

    /**
     * Raises the generation of each of {@code partitions} by at least one. After it returns, no
     * drain can archive what it read from Redis before.
     */
    void raise(Collection<Integer> partitions);
}
