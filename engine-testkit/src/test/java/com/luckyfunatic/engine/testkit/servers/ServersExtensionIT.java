package com.luckyfunatic.engine.testkit.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.RedisClusterClient;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each kind of server is there, answers its driver, and has a place for this class only. */
@WithRedis
@WithRedisCluster
@WithMySql
@WithCassandra
class ServersExtensionIT {
    private final RedisAddress ofConstructor;

    ServersExtensionIT(RedisAddress redis) {
        ofConstructor = redis;
    }

    @Test
    void redis_answers(RedisAddress redis) {
        var client = RedisClient.create(redis.uri());
        try (var connection = client.connect()) {
            connection.sync().set(redis.prefix() + "name", "Ann");
            assertThat(connection.sync().get(redis.prefix() + "name")).isEqualTo("Ann");
        } finally {
            client.shutdown();
        }
    }

    @Test
    void redis_cluster_answers(RedisClusterAddress cluster) {
        var client = RedisClusterClient.create(cluster.uris().getFirst());
        try (var connection = client.connect()) {
            for (int i = 0; i < 30; i++) {
                connection.sync().set(cluster.prefix() + "{p" + i + "}", "Ann");
            }
            assertThat(connection.sync().dbsize()).isEqualTo(30);
        } finally {
            client.shutdown();
        }
    }

    @Test
    void mysql_has_the_database_on_the_first_connection(MySqlAddress mySql) throws SQLException {
        try (var connection = DriverManager.getConnection(mySql.jdbcUrl());
                var statement = connection.createStatement()) {
            assertThat(connection.getCatalog()).isEqualTo(mySql.database());
            statement.execute("CREATE TABLE players (id BIGINT PRIMARY KEY)");
            assertThat(statement.executeUpdate("INSERT INTO players VALUES (1)")).isOne();
        }
    }

    @Test
    void cassandra_answers_and_takes_the_name_of_the_keyspace(CassandraAddress cassandra) {
        try (var session = Sessions.open(cassandra)) {
            var created =
                    session.execute(
                            "CREATE KEYSPACE "
                                    + cassandra.keyspace()
                                    + " WITH replication ="
                                    + " {'class': 'SimpleStrategy', 'replication_factor': 1}");
            assertThat(created.wasApplied()).isTrue();
        }
    }

    @Test
    void all_tests_of_a_class_have_the_same_address(RedisAddress redis) {
        assertThat(redis).isEqualTo(ofConstructor);
        assertThat(redis.prefix()).startsWith("t_").endsWith("_serversextensionit:");
    }

    @Nested
    class Inside {
        @Test
        void a_nested_class_too(RedisAddress redis) {
            assertThat(redis).isEqualTo(ofConstructor);
        }
    }
}
