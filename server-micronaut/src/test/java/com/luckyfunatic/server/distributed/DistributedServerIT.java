package com.luckyfunatic.server.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.RedisClusterAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import com.luckyfunatic.engine.testkit.servers.WithRedisCluster;
import com.luckyfunatic.server.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program on the three databases, from its start to a kill and beyond. */
@WithRedis
@WithRedisCluster
@WithMySql
@WithCassandra
@Timeout(900)
class DistributedServerIT {
    private static final String CARD = "{\"cardId\":\"springy_gloves\"}";

    private final MySqlAddress mySql;
    private final CassandraAddress cassandra;

    @TempDir private Path directory;

    DistributedServerIT(MySqlAddress mySql, CassandraAddress cassandra) {
        this.mySql = mySql;
        this.cassandra = cassandra;
    }

    @Test
    void what_was_answered_is_there_after_a_kill_and_repeats_are_recognised(RedisAddress redis)
            throws InterruptedException {
        outlivesAKill(TestDatabases.at(redis.uri(), redis.prefix(), mySql, cassandra), 501);
    }

    @Test
    void the_same_holds_on_a_redis_cluster(RedisClusterAddress redis) throws InterruptedException {
        outlivesAKill(
                TestDatabases.at(String.join(",", redis.uris()), redis.prefix(), mySql, cassandra),
                502);
    }

    @Test
    void two_servers_with_default_settings_share_players_and_no_worker_number(RedisAddress redis)
            throws SQLException, InterruptedException {
        Map<String, String> environment =
                TestDatabases.at(redis.uri(), redis.prefix(), mySql, cassandra);
        Set<String> before;
        try (ServerProcess one = ServerProcess.start(directory, environment)) {
            before = leasedNumbers();
            try (ServerProcess other = ServerProcess.start(directory, environment)) {
                String token = data(logIn(one, 503)).get("token").textValue();
                for (int i = 0; i < 20; i++) {
                    data((i % 2 == 0 ? one : other).post("/tap", "{\"taps\":1}", token));
                }

                assertThat(data(one.get("/game", token)).at("/funz/currentFunzBalance"))
                        .isEqualTo(data(other.get("/game", token)).at("/funz/currentFunzBalance"));
                assertThat(leasedNumbers()).hasSize(before.size() + 1).containsAll(before);
                other.stop();
            }
            assertThat(leasedNumbers()).as("the other gave its own back").isEqualTo(before);
            one.stop();
        }
    }

    private Set<String> leasedNumbers() throws SQLException {
        Set<String> numbers = new HashSet<>();
        try (Connection connection = DriverManager.getConnection(mySql.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT name FROM job_lease WHERE name LIKE 'worker-id:%'"
                                        + " AND owner <> ''")) {
            while (row.next()) {
                numbers.add(row.getString(1));
            }
        }
        assertThat(numbers).isNotEmpty();
        return numbers;
    }

    private void outlivesAKill(Map<String, String> environment, long account)
            throws InterruptedException {
        String token;
        JsonNode before;
        HttpResponse<String> bought;
        try (ServerProcess server = ServerProcess.start(directory, environment)) {
            JsonNode login = data(logIn(server, account));
            token = login.get("token").textValue();
            data(server.post("/tap", "{\"taps\":50}", token));
            data(server.post("/tap", "{\"taps\":20}", token));
            bought = server.post("/cards/buy-card", CARD, token, "Idempotency-Key", "card-1");
            data(bought);
            data(server.post("/tap", "{\"taps\":3}", token));
            before = data(server.get("/game", token));
            server.untilReady();
            assertThat(server.lines())
                    .as("a start says nothing that nobody needs")
                    .noneMatch(line -> line.contains("com.datastax") || line.contains("Lettuce"));
            server.kill();
        }

        try (ServerProcess server = ServerProcess.start(directory, environment)) {
            JsonNode after = data(server.get("/game", token));
            assertThat(after.at("/funz/currentFunzBalance"))
                    .isEqualTo(before.at("/funz/currentFunzBalance"));
            HttpResponse<String> repeat =
                    server.post("/cards/buy-card", CARD, token, "Idempotency-Key", "card-1");
            assertThat(repeat.headers().firstValue("Idempotency-Hit")).hasValue("true");
            assertThat(data(repeat).get("card")).isEqualTo(data(bought).get("card"));
            assertThat(data(server.get("/operations/card-1", token)).get("status").textValue())
                    .isEqualTo("accepted");
            assertThat(data(logIn(server, account)).at("/player/id").textValue()).isNotBlank();
            server.stop();
        }
    }

    private static HttpResponse<String> logIn(ServerProcess server, long account) {
        return server.post(
                "/dev/login", "{\"telegramId\":" + account + ",\"firstName\":\"Ada\"}", "");
    }

    private static JsonNode data(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return TestServer.json(response).get("data");
    }
}
