package com.luckyfunatic.storage.redis;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What has to be known of Redis where nothing is forgotten: the generation of each partition, which
 * is how often it may have lost something, and the incarnation, which changes whenever a node may
 * have lost its memory. Thread-safe.
 */
public interface GenerationRegistry {
    /** Returns the generation of {@code partition}; 1 at first. */
    long current(int partition);

    /**
     * Raises the generation of each of {@code partitions} by at least one. After it returns, no
     * drain can archive what it read from Redis before.
     */
    void raise(Collection<Integer> partitions);

    /**
     * Raises the generation of {@code partition} to {@code least} unless it is that or more: what
     * is kept here is older than Redis when it was restored from a backup.
     *
     * @return whether it was less
     */
    boolean raiseTo(int partition, long least);

    /** Returns the incarnation that Redis is in; 0 at first, and never less than before. */
    long incarnation();

    /**
     * Raises the generation of each of {@code lost} and begins the incarnation {@code next}, both
     * or neither.
     *
     * @param ended the incarnation that is to end
     * @return the generations of {@code lost} from now on, also when {@code next} has begun before;
     *     empty when another one has
     */
    Optional<Map<Integer, Long>> begin(long next, long ended, Collection<Integer> lost);
}
