package com.luckyfunatic.server.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.devservers.DevServer;
import com.luckyfunatic.devservers.MariaDbServer;
import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A start on databases that could not keep what the server promises, or are not there. */
@WithOwnServers
@WithCassandra
@Timeout(900)
class UnsafeDatabasesIT {
    private static final int SETTINGS_REFUSED = 2;

    private final OwnServers servers;
    private final CassandraAddress cassandra;

    @TempDir private Path directory;

    UnsafeDatabasesIT(OwnServers servers, CassandraAddress cassandra) {
        this.servers = servers;
        this.cassandra = cassandra;
    }

    private Map<String, String> on(RedisServer redis, MariaDbServer mySql) {
        return on(redis.uri(), mySql);
    }

    private Map<String, String> on(String redis, MariaDbServer mySql) {
        return TestDatabases.at(
                redis,
                "",
                mySql.jdbcUrl("game"),
                cassandra.contactPoint(),
                cassandra.dataCenter(),
                cassandra.keyspace());
    }

    private static Map<String, String> inProduction(Map<String, String> environment) {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Map<String, String> all = new HashMap<>(environment);
        all.put("FUNATIC_MODE", "prod");
        all.put("FUNATIC_LOG_FORMAT", "text");
        all.put("FUNATIC_RATE_LIMITS", "true");
        all.put("FUNATIC_TELEGRAM_BOT_IDS", "7000000001");
        all.put("FUNATIC_MINIGAME_KEYS", "star_catcher:" + UUID.randomUUID());
        all.put("FUNATIC_JWT_KEYS", "k1:" + Base64.getEncoder().encodeToString(key));
        return all;
    }

    @Test
    void production_refuses_all_that_is_unsafe_at_once_and_development_says_so()
            throws InterruptedException {
        RedisServer redis =
                servers.redis(
                        RedisVersion.NEWEST,
                        "--appendonly",
                        "no",
                        "--maxmemory-policy",
                        "allkeys-lru");
        MariaDbServer mySql = servers.mariaDb("--innodb-flush-log-at-trx-commit=2");

        try (ServerProcess server =
                ServerProcess.start(directory, inProduction(on(redis, mySql)))) {
            assertThat(server.exitCode()).isEqualTo(SETTINGS_REFUSED);
            List<String> refusals =
                    server.lines().stream()
                            .filter(line -> line.startsWith("funatic serve: "))
                            .toList();
            assertThat(refusals)
                    .hasSize(3)
                    .allMatch(line ->
                            line.startsWith("funatic serve: mode=prod refuses this database: "))
                    .anyMatch(line -> line.contains("mysql: innodb_flush_log_at_trx_commit is 2,"))
                    .anyMatch(line -> line.contains("redis: appendonly is no"))
                    .anyMatch(line -> line.contains("redis: maxmemory-policy is allkeys-lru"));
        }

        try (ServerProcess server = ServerProcess.start(directory, on(redis, mySql))) {
            server.untilReady();
            assertThat(server.lines())
                    .filteredOn(line -> line.contains("mode=prod would refuse this database"))
                    .hasSize(3);
        }
    }

    @Test
    void a_redis_that_does_not_tell_its_settings_needs_somebody_who_vouches_for_it()
            throws InterruptedException {
        RedisServer redis =
                servers.redis(
                        RedisVersion.NEWEST,
                        "--user",
                        "game",
                        "on",
                        ">pass-1234",
                        "~*",
                        "&*",
                        "+@all",
                        "-config");
        MariaDbServer mySql = servers.mariaDb();
        Map<String, String> environment =
                inProduction(on(redis.uri().replace("redis://", "redis://game:pass-1234@"), mySql));

        try (ServerProcess server = ServerProcess.start(directory, environment)) {
            assertThat(server.exitCode()).isEqualTo(SETTINGS_REFUSED);
            assertThat(server.lines())
                    .anyMatch(line -> line.contains("redis-settings-unchecked=true"))
                    .noneMatch(line -> line.contains("pass-1234"));
        }

        environment.put("FUNATIC_REDIS_SETTINGS_UNCHECKED", "true");
        try (ServerProcess server = ServerProcess.start(directory, environment)) {
            server.untilReady();
            assertThat(server.lines()).noneMatch(line -> line.contains("pass-1234"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_database_that_comes_later_is_waited_for(boolean isRedisLate) {
        RedisServer redis = servers.redis(RedisVersion.NEWEST);
        MariaDbServer mySql = servers.mariaDb();
        DevServer late = isRedisLate ? redis : mySql;
        late.kill();
        AtomicBoolean waited = new AtomicBoolean();

        try (ServerProcess server =
                ServerProcess.start(
                        directory,
                        on(redis, mySql),
                        line -> {
                            if (line.contains("waiting for the databases")
                                    && waited.compareAndSet(false, true)) {
                                late.restart();
                            }
                        })) {
            server.untilReady();
            assertThat(server.lines()).noneMatch(line -> line.contains("Flyway"));
        }

        assertThat(waited).isTrue();
    }

    @Test
    void a_wrong_password_is_not_waited_for() throws InterruptedException {
        RedisServer redis = servers.redis(RedisVersion.NEWEST);
        String uri = redis.uri().replace("redis://", "redis://nobody:pass-4321@");

        try (ServerProcess server = ServerProcess.start(directory, on(uri, servers.mariaDb()))) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.lines())
                    .anyMatch(line ->
                            line.startsWith("funatic serve: ") && line.contains("refuses us: "))
                    .noneMatch(line -> line.contains("waiting for the databases"))
                    .noneMatch(line -> line.contains("pass-4321"));
        }
    }

    @Test
    void a_database_that_is_not_there_is_named_and_so_is_a_data_centre()
            throws InterruptedException {
        MariaDbServer mySql = servers.mariaDb();
        String nowhere = "redis://somebody:pass-1234@127.0.0.1:1";
        Map<String, String> environment = new HashMap<>(on(nowhere, mySql));
        environment.put("FUNATIC_DATABASE_WAIT", "0s");
        try (ServerProcess server = ServerProcess.start(directory, environment)) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.lines())
                    .anyMatch(line ->
                            line.startsWith("funatic serve: ") && line.contains("127.0.0.1:1"))
                    .noneMatch(line -> line.contains("pass-1234"));
        }

        Map<String, String> elsewhere = on(nowhere, mySql);
        elsewhere.put("FUNATIC_SCYLLA_DATACENTER", "atlantis");
        try (ServerProcess server = ServerProcess.start(directory, elsewhere)) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.lines())
                    .anyMatch(line ->
                            line.contains("no node in the data centre 'atlantis'")
                                    && line.contains(cassandra.dataCenter()));
        }
    }
}
