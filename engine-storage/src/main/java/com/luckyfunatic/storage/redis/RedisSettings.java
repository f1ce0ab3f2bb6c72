package com.luckyfunatic.storage.redis;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

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
    public static final Duration TIMEOUT = Duration.ofMillis(800);

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

    /**
     * Returns the settings of a single Redis for one address, of a cluster for several.
     *
     * @param cluster whether one address is that of a cluster too
     */
    public static RedisSettings at(List<String> uris, boolean cluster) {
        return cluster || uris.size() > 1 ? cluster(uris) : single(uris.getFirst());
    }

    /** Returns the same with another time for commands. */
    public RedisSettings withTimeout(Duration newTimeout) {
        return new RedisSettings(uris, cluster, newTimeout);
    }

    /** Hosts and ports; the rest of an address may hold a password. */
    @Override
    public String toString() {
        return (cluster ? "Redis Cluster" : "Redis")
                + " at "
                + uris.stream().map(RedisSettings::place).collect(Collectors.joining(", "));
    }

    private static String place(String uri) {
        String place = uri.replaceFirst("^[^:]*://", "").replaceFirst("^.*@", "");
        return place.replaceFirst("[/?].*", "");
    }
}
