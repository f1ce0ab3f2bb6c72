package com.luckyfunatic.server.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import com.luckyfunatic.server.game.HttpTestRun;
import com.luckyfunatic.server.game.TestStorage;
import com.luckyfunatic.storage.distributed.DistributedSettings;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.embedded.EmbeddedSettings;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import com.luckyfunatic.storage.mysql.MySqlSettings;
import com.luckyfunatic.storage.redis.RedisSettings;
import com.luckyfunatic.storage.scylla.ScyllaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a player, the platform and Telegram can do over HTTP, on the storages that a game is played
 * on: the tests that are run in memory otherwise.
 */
@WithRedis
@WithMySql
@WithCassandra
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpOnStoragesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Distributed distributed;

    HttpOnStoragesIT(RedisAddress redis, MySqlAddress mySql, CassandraAddress cassandra) {
        distributed =
                new Distributed(
                        DistributedStorage.open(
                                DistributedSettings.of(
                                                RedisSettings.single(redis.uri()),
                                                MySqlSettings.of(mySql.jdbcUrl(), "", "")
                                                        .within(PATIENCE),
                                                ScyllaSettings.at(
                                                                List.of(cassandra.contactPoint()),
                                                                cassandra.dataCenter(),
                                                                cassandra.keyspace())
                                                        .creatingKeyspace(1))
                                        .withKeyPrefix(redis.prefix())
                                        .withAuditSync(Duration.ZERO),
                                InstantSource.system()));
    }

    @AfterAll
    void close() {
        distributed.storage().close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bonus",
                "campaign",
                "inventory",
                "notice",
                "platform",
                "presence",
                "quest",
                "stars",
                "store",
                "transfer",
                "user"
            })
    void embedded(String feature, @TempDir Path directory) {
        passes(feature, new Embedded(directory));
    }

    /** Servers of one test after the other share the databases, because connecting is slow. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bonus",
                "campaign",
                "inventory",
                "notice",
                "platform",
                "presence",
                "quest",
                "stars",
                "store",
                "transfer",
                "user"
            })
    void distributed(String feature) {
        passes(feature, distributed);
    }

    private static void passes(String feature, TestStorage storage) {
        HttpTestRun run = HttpTestRun.of("com.luckyfunatic.server." + feature, storage);

        assertThat(run.failures()).isEmpty();
        assertThat(run.tests()).isPositive();
    }

    /** Files of its own for each server. */
    private static final class Embedded implements TestStorage {
        private final Path directory;
        private int opened;

        Embedded(Path directory) {
            this.directory = directory;
        }

        @Override
        public boolean isShared() {
            return false;
        }

        @Override
        public GameStorage open() {
            opened++;
            return EmbeddedStorage.open(
                    EmbeddedSettings.in(directory.resolve(Integer.toString(opened))));
        }

        @Override
        public void settle(GameStorage storage) {
            ((EmbeddedStorage) storage).writeSnapshots();
        }

        @Override
        public void close(GameStorage storage) {
            storage.close();
        }
    }

    private record Distributed(DistributedStorage storage) implements TestStorage {
        @Override
        public boolean isShared() {
            return true;
        }

        @Override
        public GameStorage open() {
            return storage;
        }

        @Override
        public void settle(GameStorage opened) {
            storage.workers().finish();
        }

        @Override
        public void close(GameStorage opened) {
            // The next server goes on with it.
        }
    }
}
