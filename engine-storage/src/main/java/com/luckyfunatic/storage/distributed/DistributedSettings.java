package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.storage.mysql.MySqlSettings;
import com.luckyfunatic.storage.redis.RedisSettings;
import com.luckyfunatic.storage.scylla.ScyllaSettings;
import java.time.Duration;

/**
 * How to reach the three databases, and how work is shared.
 *
 * @param keyPrefix stands in front of every Redis key, so that several games can share a Redis; may
 *     be empty
 * @param flushAfter how long a changed player may wait for his snapshot
 * @param evictAfter how long a player who does nothing stays in Redis
 * @param locks whether processes ask each other, through Redisson, who goes first
 */
public record DistributedSettings(
        RedisSettings redis,
        MySqlSettings mySql,
        ScyllaSettings scylla,
        String keyPrefix,
        Duration flushAfter,
        Duration evictAfter,
        boolean locks) {
    /** Half of what is promised, so that a slow pass is still in time. */
    public static final Duration FLUSH_AFTER = Duration.ofSeconds(30);

    /** A player who comes back on the next day is still there. */
    public static final Duration EVICT_AFTER = Duration.ofHours(36);

    /** Returns settings with the usual durations. */
    public static DistributedSettings of(
            RedisSettings redis, MySqlSettings mySql, ScyllaSettings scylla) {
        return new DistributedSettings(redis, mySql, scylla, "", FLUSH_AFTER, EVICT_AFTER, false);
    }

    /** Returns this with another key prefix. */
    public DistributedSettings withKeyPrefix(String prefix) {
        return new DistributedSettings(redis, mySql, scylla, prefix, flushAfter, evictAfter, locks);
    }

    /** Returns this with locks among processes, or without. */
    public DistributedSettings withLocks(boolean wanted) {
        return new DistributedSettings(
                redis, mySql, scylla, keyPrefix, flushAfter, evictAfter, wanted);
    }
}
