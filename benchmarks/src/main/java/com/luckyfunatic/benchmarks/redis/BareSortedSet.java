package com.luckyfunatic.benchmarks.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** The sorted-set commands of Redis through its client, with nothing around them. Thread-safe. */
final class BareSortedSet implements AutoCloseable {
    private static final String KEY = "{yardstick}:ranking";

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    BareSortedSet(String uri) {
        client = RedisClient.create(uri);
        connection = client.connect();
    }

    private RedisAsyncCommands<String, String> redis() {
        return connection.async();
    }

    private static String member(int player) {
        return RedisGame.player(player).toString();
    }

    /**
     * Adds to the score of {@code player}: what counting a score on a board of sums is at least.
     */
    void add(int player, long score) {
        get(redis().zincrby(KEY, (double) score, member(player)));
    }

    /** Finds the rank of {@code player}. */
    void rank(int player) {
        if (get(redis().zrevrank(KEY, member(player))) == null) {
            throw new IllegalStateException("player " + player + " is gone");
        }
    }

    /** Finds the rank of {@code player}, then reads those around. */
    void around(int player, int limit) {
        long from = Math.max(0, get(redis().zrevrank(KEY, member(player))) - limit / 2);
        if (get(redis().zrevrangeWithScores(KEY, from, from + limit - 1)).isEmpty()) {
            throw new IllegalStateException("nobody is around player " + player);
        }
    }

    /** Removes everything. */
    void clear() {
        get(redis().unlink(KEY));
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the bare client failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        connection.close();
        client.close();
    }
}
