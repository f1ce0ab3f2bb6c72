package com.luckyfunatic.server.engine;

import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import com.luckyfunatic.operations.StorageMetrics;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.storage.distributed.DistributedSettings;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.mysql.MySqlSettings;
import com.luckyfunatic.storage.redis.RedisSettings;
import com.luckyfunatic.storage.scylla.ScyllaSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Connects to Redis, MySQL and ScyllaDB as the settings say. */
final class DistributedStores {
    private static final int CQL_PORT = 9042;

    private DistributedStores() {}

    /** Opens the storage on databases that run somewhere. */
    static DistributedStorage open(Settings settings, InstantSource clock, MeterRegistry registry) {
        List<String> redis = settings.get(ServerSettings.REDIS_URL);
        return open(
                settings,
                clock,
                registry,
                redis.size() > 1
                        ? RedisSettings.cluster(redis)
                        : RedisSettings.single(redis.getFirst()),
                MySqlSettings.of(
                        settings.get(ServerSettings.MYSQL_URL),
                        settings.get(ServerSettings.MYSQL_USER),
                        settings.get(ServerSettings.MYSQL_PASSWORD)),
                ScyllaSettings.at(
                        settings.get(ServerSettings.SCYLLA_CONTACT_POINTS).stream()
                                .map(DistributedStores::node)
                                .toList(),
                        settings.get(ServerSettings.SCYLLA_DATACENTER),
                        settings.get(ServerSettings.SCYLLA_KEYSPACE)));
    }

    /** Opens the storage on {@code databases}. */
    static DistributedStorage open(
            Settings settings,
            InstantSource clock,
            MeterRegistry registry,
            DevDatabases databases) {
        return open(
                settings,
                clock,
                registry,
                RedisSettings.single(databases.redisUri()),
                MySqlSettings.of(databases.mySqlUrl(), "", ""),
                ScyllaSettings.at(
                                List.of(databases.cassandraAddress()),
                                DevDatabases.DATA_CENTER,
                                settings.get(ServerSettings.SCYLLA_KEYSPACE))
                        .creatingKeyspace(1));
    }

    private static DistributedStorage open(
            Settings settings,
            InstantSource clock,
            MeterRegistry registry,
            RedisSettings redis,
            MySqlSettings mySql,
            ScyllaSettings scylla) {
        DistributedStorage storage =
                DistributedStorage.open(DistributedSettings.of(redis, mySql, scylla), clock);
        StorageMetrics.bind(registry, storage.workers(), clock);
        if (settings.get(ServerSettings.WORKERS)) {
            storage.workers()
                    .start("server " + ProcessHandle.current().pid() + " " + UUID.randomUUID());
        }
        return storage;
    }

    private static InetSocketAddress node(String text) {
        int separator = text.lastIndexOf(':');
        try {
            return separator < 0
                    ? new InetSocketAddress(text, CQL_PORT)
                    : new InetSocketAddress(
                            text.substring(0, separator),
                            Integer.parseInt(text, separator + 1, text.length(), 10));
        } catch (IllegalArgumentException e) {
            throw new StorageNotOpenableException(
                    "'" + text + "' is no ScyllaDB node; give host or host:port", e);
        }
    }
}
