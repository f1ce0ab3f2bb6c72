package com.luckyfunatic.engine.testkit.servers;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.sync.RedisKeyCommands;
import io.lettuce.core.cluster.RedisClusterClient;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Removes from servers that are not ours what a test class has left there. */
final class CleanUp {
    private static final int BATCH = 1_000;

    private CleanUp() {}

    static void redis(RedisAddress address) {
        var client = RedisClient.create(RedisURI.create(address.uri()));
        try (var connection = client.connect()) {
            deleteKeys(connection.sync(), address.prefix());
        } finally {
            client.shutdown();
        }
    }

    static void redisCluster(RedisClusterAddress address) {
        var uris = address.uris().stream().map(RedisURI::create).toList();
        var client = RedisClusterClient.create(uris);
        try (var connection = client.connect()) {
            deleteKeys(connection.sync(), address.prefix());
        } finally {
            client.shutdown();
        }
    }

    private static void deleteKeys(RedisKeyCommands<String, String> redis, String prefix) {
        var keys = ScanIterator.scan(redis, ScanArgs.Builder.matches(prefix + "*").limit(BATCH));
        // One by one: keys of a cluster lie on different nodes.
        keys.forEachRemaining(redis::del);
    }

    static void mySql(MySqlAddress address) {
        try (var connection = DriverManager.getConnection(address.jdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + address.database());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot drop " + address.database(), e);
        }
    }

    static void cassandra(CassandraAddress address) {
        try (var session = Sessions.open(address)) {
            session.execute("DROP KEYSPACE IF EXISTS " + address.keyspace());
        }
    }
}
