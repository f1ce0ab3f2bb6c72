package com.luckyfunatic.engine.testkit.servers;

import java.util.List;

/**
 * Where a Redis Cluster is.
 *
 * @param uris of one or more of its masters
 * @param prefix what the keys of this test class begin with; nobody else uses it. It has no braces,
 *     so that a {@code {tag}} behind it still decides about the slot
 */
public record RedisClusterAddress(List<String> uris, String prefix) {
    /** Keeps a copy. */
    public RedisClusterAddress {
        uris = List.copyOf(uris);
    }
}
