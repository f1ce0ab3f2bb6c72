package com.luckyfunatic.server.distributed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.fault.Fault;
import com.luckyfunatic.engine.testkit.fault.FaultProxy;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import com.luckyfunatic.server.TestServer;
import com.luckyfunatic.server.game.TestPlayer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What players are told while a database is away: what can go on goes on, everything else answers
 * 503 in time, and all is well again, without a restart, when the database is back.
 */
@WithRedis
@WithMySql
@WithCassandra
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class BackendsAwayIT {
    /** Against hanging; that it is a second at most is measured by benchmarks. */
    private static final Duration HANGS = Duration.ofSeconds(5);

    private static final Duration RECOVERS = Duration.ofSeconds(60);
    private static final String CARD = "{\"cardId\":\"miner\"}";
    private static final String TAP = "{\"taps\":1}";
    private static final Pattern HOST_AND_PORT = Pattern.compile("//([^:/]+):(\\d+)");

    private final Map<Backend, FaultProxy> proxies = new LinkedHashMap<>();
    private final AtomicInteger accounts = new AtomicInteger(10_000);
    private RedisAddress redis;
    private TestServer server;

    @SuppressWarnings("NullAway.Init") // before the first test
    BackendsAwayIT() {}

    private enum Backend {
        REDIS,
        MYSQL,
        SCYLLA
    }

    private enum Absence {
        /** Connections are reset and new ones refused: the process has ended. */
        REFUSED,
        /** Nothing comes back: the machine is gone, or the process is frozen. */
        SILENT
    }

    @BeforeAll
    void start(RedisAddress redisAddress, MySqlAddress mySql, CassandraAddress cassandra) {
        redis = redisAddress;
        proxies.put(Backend.REDIS, FaultProxy.to(address(redis.uri())));
        proxies.put(Backend.MYSQL, FaultProxy.to(address(mySql.jdbcUrl())));
        proxies.put(Backend.SCYLLA, FaultProxy.to(cassandra.contactPoint()));
        server =
                TestServer.start(
                        TestDatabases.at(
                                through(redis.uri(), Backend.REDIS),
                                redis.prefix(),
                                through(mySql.jdbcUrl(), Backend.MYSQL),
                                proxy(Backend.SCYLLA).address(),
                                cassandra.dataCenter(),
                                cassandra.keyspace()),
                        TestCatalogs.full());
    }

    @AfterAll
    void stop() {
        server.close();
        proxies.values().forEach(FaultProxy::close);
    }

    private static InetSocketAddress address(String uri) {
        Matcher place = HOST_AND_PORT.matcher(uri);
        assertThat(place.find()).isTrue();
        return new InetSocketAddress(place.group(1), Integer.parseInt(place.group(2)));
    }

    private String through(String uri, Backend backend) {
        InetSocketAddress proxy = proxy(backend).address();
        return HOST_AND_PORT
                .matcher(uri)
                .replaceFirst("//" + proxy.getHostString() + ":" + proxy.getPort());
    }

    private FaultProxy proxy(Backend backend) {
        return requireNonNull(proxies.get(backend));
    }

    private TestPlayer newPlayer() {
        TestPlayer player = TestPlayer.logIn(server, accounts.incrementAndGet());
        player.tap(30);
        return player;
    }

    private HttpResponse<String> logIn(long account) {
        return server.post(
                "/dev/login", "{\"telegramId\":" + account + ",\"firstName\":\"Ada\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "REDIS,  REFUSED",
        "REDIS,  SILENT",
        "MYSQL,  REFUSED",
        "MYSQL,  SILENT",
        "SCYLLA, REFUSED",
        "SCYLLA, SILENT"
    })
    void what_can_go_on_goes_on_and_the_rest_is_told_so_in_time(Backend away, Absence how) {
        TestPlayer hot = newPlayer();
        assertThat(hot.postWithKey("/tap", TAP, "known").statusCode()).isEqualTo(200);
        TestPlayer cold = newPlayer();
        removeFromRedis(cold);
        Instant before = Instant.now();

        leave(away, how);
        try {
            boolean redisIsThere = away != Backend.REDIS;
            boolean mySqlIsThere = away != Backend.MYSQL;
            expect(redisIsThere, "tap", () -> hot.post("/tap", TAP));
            expect(redisIsThere, "game", () -> hot.get("/game"));
            expect(redisIsThere && mySqlIsThere, "buy", () ->
                    hot.postWithKey("/cards/buy-card", CARD, "bought"));
            expect(redisIsThere && mySqlIsThere, "first touch", () -> cold.post("/tap", TAP));
            expect(redisIsThere && mySqlIsThere, "old login", () -> logIn(hot.telegramId()));
            expect(redisIsThere && mySqlIsThere, "new login", () ->
                    logIn(accounts.incrementAndGet()));
            expect(redisIsThere, "known operation", () -> hot.get("/operations/known"));
            expect(mySqlIsThere, "friends", () -> hot.get("/user/friends-ranking"));
            expect(mySqlIsThere, "profile", () -> hot.get("/user"));
            HttpResponse<String> unknown = inTime("operation", () -> hot.get("/operations/no"));
            assertThat(unknown.statusCode()).isEqualTo(redisIsThere && mySqlIsThere ? 404 : 503);
            expectReadiness(away, before);
        } finally {
            comeBack(away);
        }

        untilAllIsWell(hot, cold);
        HttpResponse<String> first = hot.postWithKey("/cards/buy-card", CARD, "bought");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        HttpResponse<String> again = hot.postWithKey("/cards/buy-card", CARD, "bought");
        assertThat(again.headers().firstValue("Idempotency-Hit")).hasValue("true");
        assertThat(TestServer.json(again).at("/data/sequence"))
                .isEqualTo(TestServer.json(first).at("/data/sequence"));
    }

    private void leave(Backend backend, Absence how) {
        switch (how) {
            case REFUSED -> {
                proxy(backend).refuse(true);
                proxy(backend).resetAll();
            }
            case SILENT -> proxy(backend).always(new Fault.BlackHole());
        }
    }

    private void comeBack(Backend backend) {
        proxy(backend).heal();
        proxy(backend).refuse(false);
    }

    private static void expect(
            boolean goesOn, String what, Supplier<HttpResponse<String>> request) {
        HttpResponse<String> response = inTime(what, request);
        assertThat(response.statusCode())
                .as(what + ": " + response.body())
                .isEqualTo(goesOn ? 200 : 503);
        if (!goesOn) {
            assertThat(response.headers().firstValue("Retry-After")).as(what).isPresent();
        }
    }

    private static HttpResponse<String> inTime(
            String what, Supplier<HttpResponse<String>> request) {
        long began = System.nanoTime();
        HttpResponse<String> response = request.get();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.println(what + " " + response.statusCode() + " " + took.toMillis() + " ms");
        assertThat(took).as(what).isLessThan(HANGS);
        return response;
    }

    private void expectReadiness(Backend away, Instant before) {
        HttpResponse<String> response = inTime("readyz", () -> server.get("/readyz"));
        JsonNode body = TestServer.json(response);
        String name = away.name().toLowerCase(Locale.ROOT);
        assertThat(response.statusCode()).isEqualTo(away == Backend.REDIS ? 503 : 200);
        assertThat(body.at("/checks/" + name + "/status").textValue()).isNotBlank();
        assertThat(Instant.parse(body.at("/checks/" + name + "/since").textValue()))
                .isBetween(before.minusMillis(1), Instant.now());
        assertThat(body.get("checks").size()).as(response.body()).isEqualTo(1);
    }

    private void untilAllIsWell(TestPlayer hot, TestPlayer cold) {
        long giveUpAt = System.nanoTime() + RECOVERS.toNanos();
        while (!isAllWell(hot, cold)) {
            assertThat(System.nanoTime()).as("it is back in time").isLessThan(giveUpAt);
        }
    }

    private boolean isAllWell(TestPlayer hot, TestPlayer cold) {
        return server.get("/readyz").body().equals("{\"status\":\"ready\"}")
                && hot.post("/tap", TAP).statusCode() == 200
                && cold.post("/tap", TAP).statusCode() == 200
                && logIn(accounts.incrementAndGet()).statusCode() == 200
                && hot.get("/user/friends-ranking").statusCode() == 200;
    }

    /** Makes the next command load the player again. */
    private void removeFromRedis(TestPlayer player) {
        RedisClient client = RedisClient.create(redis.uri());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            String pattern = redis.prefix() + "*:player:" + player.id();
            String[] keys = connection.sync().keys(pattern).toArray(String[]::new);
            assertThat(keys).hasSize(1);
            connection.sync().del(keys);
        } finally {
            client.shutdown(0, 1, TimeUnit.SECONDS);
        }
    }
}
