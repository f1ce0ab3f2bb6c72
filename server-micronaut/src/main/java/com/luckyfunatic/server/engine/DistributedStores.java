package com.luckyfunatic.server.engine;

import com.luckyfunatic.operations.DatabaseWait;
import com.luckyfunatic.operations.ProcessName;
import com.luckyfunatic.operations.StorageMetrics;
import com.luckyfunatic.server.config.DatabaseSettings;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.storage.distributed.DistributedSettings;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.mysql.MySqlSettings;
import com.luckyfunatic.storage.redis.RedisSettings;
import com.luckyfunatic.storage.scylla.ScyllaSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects to Redis, MySQL and ScyllaDB as the settings say. */
final class DistributedStores {
    private static final Logger LOG = LoggerFactory.getLogger(DistributedStores.class);

    private DistributedStores() {}

    /**
     * Opens the storage on databases that run somewhere, as soon as they can be reached.
     *
     * @throws com.luckyfunatic.server.config.SettingsException when they are not safe enough
     */
    static DistributedStorage open(Settings settings, InstantSource clock, MeterRegistry registry) {
        DistributedStorage storage =
                DatabaseWait.of(settings.get(DatabaseSettings.DATABASE_WAIT), LOG::warn)
                        .open(() -> openChecked(settings, clock));
        try {
            begin(settings, clock, registry, storage);
            return storage;
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    private static DistributedStorage openChecked(Settings settings, InstantSource clock) {
        DistributedStorage storage =
                open(settings, clock, redis(settings), mySql(settings), scylla(settings));
        try {
            StartCheck.judge(storage.findings(InstantSource.system()), settings);
            return storage;
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    /** Opens the storage on {@code databases}, which are as they should be. */
    static DistributedStorage open(
            Settings settings,
            InstantSource clock,
            MeterRegistry registry,
            DevDatabases databases) {
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
        begin(settings, clock, registry, storage);
        return storage;
    }

    private static RedisSettings redis(Settings settings) {
        return RedisSettings.at(
                        settings.get(DatabaseSettings.REDIS_URL),
                        settings.get(DatabaseSettings.REDIS_CLUSTER))
                .withTimeout(settings.get(DatabaseSettings.REDIS_TIMEOUT));
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
                                })
                        .as(
                                settings.get(DatabaseSettings.SCYLLA_USER),
                                settings.get(DatabaseSettings.SCYLLA_PASSWORD));
        return settings.get(DatabaseSettings.SCYLLA_TLS) ? scylla.withUsualTls() : scylla;
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

    private static void begin(
            Settings settings,
            InstantSource clock,
            MeterRegistry registry,
            DistributedStorage storage) {
        StorageMetrics.bind(registry, storage.workers(), clock);
        if (settings.get(ServerSettings.WORKERS)) {
            storage.workers().start(ProcessName.of("server"));
        }
    }
}
