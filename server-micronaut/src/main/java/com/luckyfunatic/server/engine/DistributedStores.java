package com.luckyfunatic.server.engine;

import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import com.luckyfunatic.server.config.DatabaseSettings;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.storage.distributed.DistributedSettings;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.mysql.MySqlSettings;
import com.luckyfunatic.storage.redis.RedisSettings;
import com.luckyfunatic.storage.scylla.ScyllaSettings;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.SSLContext;

/** Connects to Redis, MySQL and ScyllaDB as the settings say. */
final class DistributedStores {
    private DistributedStores() {}

    /**
     * Opens the storage on databases that run somewhere.
     *
     * @throws com.luckyfunatic.server.config.SettingsException when they are not safe enough
     */
    static DistributedStorage open(Settings settings, InstantSource clock) {
        DistributedStorage storage =
                open(settings, clock, redis(settings), mySql(settings), scylla(settings));
        try {
            StartCheck.judge(storage.findings(clock), settings);
            startWorkers(settings, storage);
            return storage;
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    /** Opens the storage on {@code databases}, which are as they should be. */
    static DistributedStorage open(Settings settings, InstantSource clock, DevDatabases databases) {
        DistributedStorage storage =
                open(
                        settings,
                        clock,
                        RedisSettings.single(databases.redisUri()),
                        MySqlSettings.of(databases.mySqlUrl(), "", ""),
                        ScyllaSettings.at(
                                        List.of(databases.cassandraAddress()),
                                        DevDatabases.DATA_CENTER,
                                        settings.get(DatabaseSettings.SCYLLA_KEYSPACE))
                                .creatingKeyspace(1));
        startWorkers(settings, storage);
        return storage;
    }

    private static RedisSettings redis(Settings settings) {
        List<String> uris = settings.get(DatabaseSettings.REDIS_URL);
        RedisSettings redis =
                uris.size() > 1 || settings.get(DatabaseSettings.REDIS_CLUSTER)
                        ? RedisSettings.cluster(uris)
                        : RedisSettings.single(uris.getFirst());
        return redis.withTimeout(settings.get(DatabaseSettings.REDIS_TIMEOUT));
    }

    private static MySqlSettings mySql(Settings settings) {
        return MySqlSettings.of(
                        settings.get(DatabaseSettings.MYSQL_URL),
                        settings.get(DatabaseSettings.MYSQL_USER),
                        settings.get(DatabaseSettings.MYSQL_PASSWORD))
                .withPoolSize(settings.get(DatabaseSettings.MYSQL_POOL_SIZE))
                .within(settings.get(DatabaseSettings.MYSQL_TIMEOUT));
    }

    private static ScyllaSettings scylla(Settings settings) {
        ScyllaSettings scylla =
                ScyllaSettings.at(
                                settings.get(DatabaseSettings.SCYLLA_CONTACT_POINTS),
                                settings.get(DatabaseSettings.SCYLLA_DATACENTER),
                                settings.get(DatabaseSettings.SCYLLA_KEYSPACE))
                        .creatingKeyspace(settings.get(DatabaseSettings.SCYLLA_REPLICAS))
                        .with(
                                switch (settings.get(DatabaseSettings.SCYLLA_CONSISTENCY)) {
                                    case LOCAL_ONE -> ScyllaSettings.Consistency.LOCAL_ONE;
                                    case LOCAL_QUORUM -> ScyllaSettings.Consistency.LOCAL_QUORUM;
                                    case EACH_QUORUM -> ScyllaSettings.Consistency.EACH_QUORUM;
                                });
        String user = settings.get(DatabaseSettings.SCYLLA_USER);
        if (!user.isEmpty()) {
            scylla =
                    scylla.as(
                            new ScyllaSettings.Credentials(
                                    user, settings.get(DatabaseSettings.SCYLLA_PASSWORD)));
        }
        return settings.get(DatabaseSettings.SCYLLA_TLS) ? scylla.with(usualTls()) : scylla;
    }

    private static SSLContext usualTls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new StorageNotOpenableException("this machine has no TLS", e);
        }
    }

    private static DistributedStorage open(
            Settings settings,
            InstantSource clock,
            RedisSettings redis,
            MySqlSettings mySql,
            ScyllaSettings scylla) {
        return DistributedStorage.open(
                DistributedSettings.of(
                                redis,
                                mySql.withPartitions(settings.get(DatabaseSettings.PARTITIONS)),
                                scylla)
                        .withKeyPrefix(settings.get(DatabaseSettings.REDIS_KEY_PREFIX))
                        .withLocks(settings.get(DatabaseSettings.REDIS_LOCKS)),
                clock);
    }

    private static void startWorkers(Settings settings, DistributedStorage storage) {
        if (settings.get(ServerSettings.WORKERS)) {
            // Process ids alone are all 1 in containers.
            storage.workers()
                    .start("server " + ProcessHandle.current().pid() + " " + UUID.randomUUID());
        }
    }
}
