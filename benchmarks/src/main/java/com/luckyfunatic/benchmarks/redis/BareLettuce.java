package com.luckyfunatic.benchmarks.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The Redis client of the adapter and nothing around it. */
final class BareLettuce implements Yardstick {
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;
    private final int inFlight;
    private final String sha;
    private final String[] keys;
    private final String[] arguments;

    BareLettuce(String uri, int inFlight, String sha, String[] keys, String[] arguments) {
        client = RedisClient.create(uri);
        connection = client.connect();
        this.inFlight = inFlight;
        this.sha = sha;
        this.keys = keys.clone();
        this.arguments = arguments.clone();
    }

    @Override
    public String name() {
        return "a bare loop of the client";
    }

    @Override
    public double perSecond(Duration duration) {
        Semaphore permits = new Semaphore(inFlight);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        RedisAsyncCommands<String, String> redis = connection.async();
        long start = System.nanoTime();
        long done = 0;
        while (System.nanoTime() - start < duration.toNanos()) {
            permits.acquireUninterruptibly();
            redis.<List<String>>evalsha(sha, ScriptOutputType.MULTI, keys, arguments)
                    .whenComplete((_, error) -> {
                        failure.compareAndSet(null, error);
                        permits.release();
                    });
            done++;
        }
        permits.acquireUninterruptibly(inFlight);
        if (failure.get() != null) {
            throw new IllegalStateException("the bare client failed", failure.get());
        }
        return done / ((System.nanoTime() - start) / 1e9);
    }

    @Override
    public void close() {
        connection.close();
        client.close();
    }
}
