package com.luckyfunatic.engine.testkit.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.luckyfunatic.devservers.RedisVersion;
import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.RedisClusterClient;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Servers that a setting names are used, not started, and left as clean as they were. */
@WithOwnServers
@WithMySql
@WithCassandra
class GivenServersIT {
    @Test
    void a_redis(OwnServers servers) {
        var redis = servers.redis(RedisVersion.NEWEST);
        run("redis", redis.uri(), UsesRedis.class);

        assertThat(UsesRedis.SEEN.get().uri()).isEqualTo(redis.uri());
        var client = RedisClient.create(redis.uri());
        try (var connection = client.connect()) {
            assertThat(connection.sync().dbsize()).isZero();
        } finally {
            client.shutdown();
        }
    }

    @Test
    void a_redis_cluster(OwnServers servers) {
        var masters = servers.redisCluster(RedisVersion.NEWEST).masters();
        var uris = masters.getFirst().uri() + "," + masters.getLast().uri();
        run("redis.cluster", uris, UsesRedisCluster.class);

        var address = UsesRedisCluster.SEEN.get();
        assertThat(String.join(",", address.uris())).isEqualTo(uris);
        var client = RedisClusterClient.create(address.uris().getFirst());
        try (var connection = client.connect()) {
            assertThat(connection.sync().dbsize()).isZero();
        } finally {
            client.shutdown();
        }
    }

    @Test
    void a_mysql(MySqlAddress ours) throws Exception {
        var server = ours.jdbcUrl().replace(ours.database(), "");
        run("mysql", server, UsesMySql.class);

        var databases = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(server);
                var rows = connection.createStatement().executeQuery("SHOW DATABASES")) {
            while (rows.next()) {
                databases.add(rows.getString(1));
            }
        }
        assertThat(databases).doesNotContain(UsesMySql.SEEN.get().database());
    }

    @Test
    void a_cassandra(CassandraAddress ours) {
        var node = ours.contactPoint();
        var server = node.getHostString() + ":" + node.getPort() + "/" + ours.dataCenter();
        run("cassandra", server, UsesCassandra.class);

        try (var session = Sessions.open(ours)) {
            var keyspaces = session.execute("SELECT keyspace_name FROM system_schema.keyspaces");
            assertThat(keyspaces.all())
                    .extracting(row -> row.getString(0))
                    .contains("system")
                    .doesNotContain(UsesCassandra.SEEN.get().keyspace());
        }
    }

    private static void run(String setting, String value, Class<?> testClass) {
        var property = "funatic.test." + setting;
        System.setProperty(property, value);
        try (var session = LauncherFactory.openSession()) {
            var summary = new SummaryGeneratingListener();
            var request =
                    LauncherDiscoveryRequestBuilder.request().selectors(selectClass(testClass));
            session.getLauncher().execute(request.build(), summary);
            assertThat(summary.getSummary().getFailures())
                    .extracting(failure -> failure.getException().toString())
                    .isEmpty();
            assertThat(summary.getSummary().getTestsSucceededCount()).isOne();
        } finally {
            System.clearProperty(property);
        }
    }

    @WithRedis
    static class UsesRedis {
        static final AtomicReference<RedisAddress> SEEN = new AtomicReference<>();

        @Test
        void leaves_keys(RedisAddress redis) {
            SEEN.set(redis);
            var client = RedisClient.create(redis.uri());
            try (var connection = client.connect()) {
                for (int i = 0; i < 2_500; i++) {
                    connection.sync().set(redis.prefix() + i, "left");
                }
            } finally {
                client.shutdown();
            }
        }
    }

    @WithRedisCluster
    static class UsesRedisCluster {
        static final AtomicReference<RedisClusterAddress> SEEN = new AtomicReference<>();

        @Test
        void leaves_keys(RedisClusterAddress redis) {
            SEEN.set(redis);
            var client = RedisClusterClient.create(redis.uris().getFirst());
            try (var connection = client.connect()) {
                for (int i = 0; i < 200; i++) {
                    connection.sync().set(redis.prefix() + i, "left");
                }
            } finally {
                client.shutdown();
            }
        }
    }

    @WithMySql
    static class UsesMySql {
        static final AtomicReference<MySqlAddress> SEEN = new AtomicReference<>();

        @Test
        void leaves_a_database(MySqlAddress mySql) throws Exception {
            SEEN.set(mySql);
            try (var connection = DriverManager.getConnection(mySql.jdbcUrl())) {
                assertThat(connection.getCatalog()).isEqualTo(mySql.database());
            }
        }
    }

    @WithCassandra
    static class UsesCassandra {
        static final AtomicReference<CassandraAddress> SEEN = new AtomicReference<>();

        @Test
        void leaves_a_keyspace(CassandraAddress cassandra) {
            SEEN.set(cassandra);
            try (var session = Sessions.open(cassandra)) {
                session.execute(
                        "CREATE KEYSPACE "
                                + cassandra.keyspace()
                                + " WITH replication ="
                                + " {'class': 'SimpleStrategy', 'replication_factor': 1}");
            }
        }
    }
}
