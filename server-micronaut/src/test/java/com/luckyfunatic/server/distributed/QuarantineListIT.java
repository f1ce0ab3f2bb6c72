package com.luckyfunatic.server.distributed;

import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import com.luckyfunatic.operations.operator.Credentials;
import com.luckyfunatic.server.TestServer;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.mysql.QuarantinedEntry;
import com.luckyfunatic.storage.mysql.QuarantinedEntry.Sink;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What operators see of entries of the journals that nobody understands. */
@WithRedis
@WithMySql
@WithCassandra
class QuarantineListIT {
    private final Map<String, String> environment;

    QuarantineListIT(RedisAddress redis, MySqlAddress mySql, CassandraAddress cassandra) {
        environment =
                new HashMap<>(
                        TestDatabases.at(redis.uri().toString(), redis.prefix(), mySql, cassandra));
        environment.put("FUNATIC_WORKERS", "false");
    }

    @Test
    void what_was_put_aside_is_listed_page_by_page_latest_first() {
        try (TestServer server = TestServer.start(environment)) {
            DistributedStorage storage = (DistributedStorage) server.bean(GameStorage.class);
            String ada = newOperator(storage);
            storage.quarantine()
                    .put(
                            IntStream.range(0, 3)
                                    .mapToObj(i ->
                                            new QuarantinedEntry(
                                                    4,
                                                    i + "-0",
                                                    Sink.ARCHIVE,
                                                    "no time",
                                                    "77 1 1 " + i + " 5\nwhen {}",
                                                    1_000L * i))
                                    .toList());

            JsonNode first = page(server, ada, "?limit=2");
            JsonNode second =
                    page(server, ada, "?limit=2&cursor=" + first.path("nextCursor").asText());

            assertThat(first.path("data"))
                    .extracting(each -> each.path("entry").asText())
                    .containsExactly("2-0", "1-0");
            assertThat(second.path("data"))
                    .extracting(each -> each.path("entry").asText())
                    .containsExactly("0-0");
            assertThat(second.path("nextCursor").isNull()).isTrue();
            JsonNode latest = first.at("/data/0");
            assertThat(latest.path("playerId").asText()).isEqualTo("77");
            assertThat(latest.path("sequence").asLong()).isEqualTo(2);
            assertThat(latest.path("since").asText()).startsWith("1970-01-01T00:00:02");
            assertThat(latest.path("reason").asText()).isEqualTo("no time");
        }
    }

    private static String newOperator(DistributedStorage storage) {
        var credentials = new Credentials();
        String secret = credentials.generate();
        storage.operators()
                .add(
                        new Operator(
                                new OperatorName("ada"),
                                Set.of(Role.SUPPORT),
                                credentials.hash(secret),
                                false,
                                1));
        return GameServer.basic("ada", secret);
    }

    private static JsonNode page(TestServer server, String operator, String query) {
        HttpResponse<String> answer =
                server.get("/support/quarantine" + query, "Authorization", operator);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }
}
