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

    private DistributedStores() {}

    /** Opens the storage on databases that run somewhere. */
    static DistributedStorage open(Settings settings, InstantSource clock, MeterRegistry registry) {
        return open(
                settings,
                clock,
                registry,
                RedisSettings.at(settings.get(ServerSettings.REDIS_URL)),
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
        try {
            return ScyllaSettings.contactPoint(text);
        } catch (IllegalArgumentException e) {
            throw new StorageNotOpenableException(String.valueOf(e.getMessage()), e);
        }
    }
}
