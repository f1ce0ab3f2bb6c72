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
 * @param auditSync how long a node of the audit may have acknowledged what it would forget if it
 *     died: at least the time after which it forces its log, and in which the driver notices that a
 *     node is gone
 * @param locks whether processes ask each other, through Redisson, who goes first
 */
public record DistributedSettings(
        RedisSettings redis,
        MySqlSettings mySql,
        ScyllaSettings scylla,
        String keyPrefix,
        Duration flushAfter,
        Duration evictAfter,
        Duration auditSync,
        boolean locks) {
    /** Half of what is promised, so that a slow pass is still in time. */
    public static final Duration FLUSH_AFTER = Duration.ofSeconds(30);

    /** A player who comes back on the next day is still there. */
    public static final Duration EVICT_AFTER = Duration.ofHours(36);

    /** Logs are forced every 10 seconds, and a node that is silent is found out within 8. */
    public static final Duration AUDIT_SYNC = Duration.ofSeconds(20);

    /** Returns settings with the usual durations. */
    public static DistributedSettings of(
            RedisSettings redis, MySqlSettings mySql, ScyllaSettings scylla) {
        return new DistributedSettings(
                redis, mySql, scylla, "", FLUSH_AFTER, EVICT_AFTER, AUDIT_SYNC, false);
    }

    /** Returns this with another key prefix. */
    public DistributedSettings withKeyPrefix(String prefix) {
        return new DistributedSettings(
                redis, mySql, scylla, prefix, flushAfter, evictAfter, auditSync, locks);
    }

    /** Returns this with another time in which the audit may forget. */
    public DistributedSettings withAuditSync(Duration period) {
        return new DistributedSettings(
                redis, mySql, scylla, keyPrefix, flushAfter, evictAfter, period, locks);
    }

    /** Returns this with locks among processes, or without. */
    public DistributedSettings withLocks(boolean wanted) {
        return new DistributedSettings(
                redis, mySql, scylla, keyPrefix, flushAfter, evictAfter, auditSync, wanted);
    }
}
