package com.luckyfunatic.benchmarks.footprint;

import com.luckyfunatic.benchmarks.footprint.FootprintResult.Keys;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.Map;
import java.util.TreeMap;

/** Asks a Redis what it holds. For one thread at a time. */
final class RedisCount implements AutoCloseable {
    /** The whole key, not a guess from some of its elements. */
    private static final String BYTES =
            "return redis.call('MEMORY', 'USAGE', KEYS[1], 'SAMPLES', '0')";

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;
    private final RedisCommands<String, String> commands;

    RedisCount(String uri) {
        client = RedisClient.create(uri);
        connection = client.connect();
        commands = connection.sync();
    }

    /** Returns all keys by kind, which is what follows their partition. */
    Map<String, Keys> keys() {
        Map<String, Keys> found = new TreeMap<>();
        ScanIterator<String> all = ScanIterator.scan(commands);
        while (all.hasNext()) {
            String key = all.next();
            Long bytes = commands.eval(BYTES, ScriptOutputType.INTEGER, key);
            if (bytes != null) {
                found.merge(
                        kind(key),
                        new Keys(1, bytes),
                        (a, b) -> new Keys(a.count() + b.count(), a.bytes() + b.bytes()));
            }
        }
        return found;
    }

    private static String kind(String key) {
        String name = key.substring(key.indexOf("}:") + 1);
        name = name.startsWith(":") ? name.substring(1) : name;
        int end = name.indexOf(':');
        return end < 0 ? name : name.substring(0, end);
    }

    /** Returns how many changes wait in all journals. */
    long waiting() {
        return commands.keys("*}:journal").stream().mapToLong(commands::xlen).sum();
    }

    /** Returns a number that the server tells of itself. */
    long info(String section, String name) {
        return Long.parseLong(text(section, name));
    }

    /** Returns the server's version. */
    String version() {
        return text("server", "redis_version");
    }

    private String text(String section, String name) {
        return commands.info(section)
                .lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown();
    }
}
