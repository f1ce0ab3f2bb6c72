package com.luckyfunatic.storage.redis;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.concurrent.Future;
import java.util.function.Function;

/** One node of Redis, whichever keys it has. Thread-safe. */
@FunctionalInterface
interface RedisNode {
    /**
     * Asks this node for something and waits for the reply.
     *
     * @throws com.luckyfunatic.engine.storage.StorageUnavailableException when there is none in
     *     time; what was asked for may have happened
     */
    <T> T ask(Function<RedisClusterAsyncCommands<String, String>, ? extends Future<T>> question);
}
