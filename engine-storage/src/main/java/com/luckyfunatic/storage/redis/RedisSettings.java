package com.luckyfunatic.storage.redis;

import java.time.Duration;
import java.util.List;

/**
 * How to reach Redis.
 *
 * @param uris addresses such as {@code redis://user:password@host:6379} or {@code rediss://…}; of a
 *     cluster some of its nodes
 * @param cluster whether it is a cluster
 * @param timeout how long a command may take; after it, its outcome is unknown
 */
public record RedisSettings(List<String> uris, boolean cluster, Duration timeout) {
    /** How long a command may take unless told otherwise. */
    public static final Duration TIMEOUT = Duration.ofSeconds(1);

    /** Checks and copies. */
    public RedisSettings {
        uris = List.copyOf(uris);
        if (uris.isEmpty() || (!cluster && uris.size() > 1)) {
            throw new IllegalArgumentException(
                    "one address of a single Redis, or some of a cluster, were " + uris.size());
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("the timeout must be positive, was " + timeout);
        }
    }

    /** Returns the settings of a single Redis at {@code uri}. */
    public static RedisSettings single(String uri) {
        return new RedisSettings(List.of(uri), false, TIMEOUT);
    }

    /** Returns the settings of a cluster with nodes at {@code uris}. */
    public static RedisSettings cluster(List<String> uris) {
        return new RedisSettings(uris, true, TIMEOUT);
    }

    /** Returns the settings of a single Redis for one address, of a cluster for several. */
    public static RedisSettings at(List<String> uris) {
        return uris.size() > 1 ? cluster(uris) : single(uris.getFirst());
    }

    /** Leaves the addresses out: they may hold a password. */
    @Override
    public String toString() {
        return (cluster ? "Redis Cluster" : "Redis") + " with " + uris.size() + " addresses";
    }
}
