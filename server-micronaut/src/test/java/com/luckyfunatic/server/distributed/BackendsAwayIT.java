package com.luckyfunatic.server.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.devservers.CassandraServer;
import com.luckyfunatic.devservers.DevServer;
import com.luckyfunatic.devservers.MariaDbServer;
import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import com.luckyfunatic.server.TestServer;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What players are told while a database is away: what can go on goes on, everything else answers
 * 503 in time, and all is well again, without a restart, when the database is back.
 */
@WithOwnServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(900)
class BackendsAwayIT {
    /** On a machine that is busy with other things. */
    private static final Duration HANGS = Duration.ofSeconds(25);

    /** Much longer than the time-outs together; of several tries, one is not disturbed. */
    private static final Duration IN_TIME = Duration.ofSeconds(5);

    /** If they waited for each other's time-outs, that would take twice what counts as hanging. */
    private static final int CROWD = 60;

    private static final int TRIES = 5;
    private static final Duration RECOVERS = Duration.ofMinutes(4);
    private static final String CARD = "{\"cardId\":\"miner\"}";
    private static final String TAP = "{\"taps\":1}";

    private final AtomicInteger accounts = new AtomicInteger(10_000);
    private RedisServer redis;
    private MariaDbServer mySql;
    private CassandraServer cassandra;
    private TestServer server;

    @SuppressWarnings("NullAway.Init") // before the first test
    BackendsAwayIT() {}

    enum Backend {
        REDIS,
        MYSQL,
        SCYLLA
    }

    enum Absence {
        /** By {@code kill -9}: connections are reset and new ones refused. */
        KILLED,
        /** By {@code SIGSTOP}: connections stay, new ones are made, and nothing comes back. */
        STOPPED
    }

    @BeforeAll
    void start(OwnServers servers) {
        redis = servers.redis(RedisVersion.NEWEST);
        mySql = servers.mariaDb();
        cassandra = servers.cassandra();
        server =
                TestServer.start(
                        TestDatabases.at(
                                redis.uri(),
                                "away:",
                                mySql.jdbcUrl("away"),
                                cassandra.address(),
                                CassandraServer.DATA_CENTER,
                                "away"),
                        TestCatalogs.full());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private DevServer database(Backend backend) {
        return switch (backend) {
            case REDIS -> redis;
            case MYSQL -> mySql;
            case SCYLLA -> cassandra;
        };
    }

    private TestPlayer newPlayer() {
        TestPlayer player = TestPlayer.logIn(server, accounts.incrementAndGet());
        player.tap(30);
        return player;
    }

    private HttpResponse<String> logIn(long account) {
        return server.post("/dev/login", "{\"telegramId\":" + account + ",\"firstName\":\"Ada\"}");
    }

    private static HttpResponse<String> buy(TestPlayer player) {
        return player.postWithKey("/cards/buy-card", CARD, "bought");
    }

    @ParameterizedTest
    @CsvSource({
        "REDIS,  KILLED",
        "REDIS,  STOPPED",
        "MYSQL,  KILLED",
        "MYSQL,  STOPPED",
        "SCYLLA, KILLED",
        "SCYLLA, STOPPED"
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
            boolean bothAreThere = redisIsThere && mySqlIsThere;
            expect(redisIsThere, "tap", () -> hot.post("/tap", TAP));
            expect(redisIsThere, "game", () -> hot.get("/game"));
            expect(bothAreThere, "buy", () -> buy(hot));
            expect(bothAreThere, "first touch", () -> cold.post("/tap", TAP));
            expect(bothAreThere, "old login", () -> logIn(hot.telegramId()));
            expect(bothAreThere, "new login", () -> logIn(accounts.incrementAndGet()));
            expect(redisIsThere, "known operation", () -> hot.get("/operations/known"));
            expect(bothAreThere, "friends", () -> hot.get("/user/friends-ranking"));
            expect(bothAreThere, "profile", () -> hot.get("/user"));
            HttpResponse<String> unknown = hot.get("/operations/no");
            assertThat(unknown.statusCode()).isEqualTo(bothAreThere ? 404 : 503);
            expectReadiness(away, before);
        } finally {
            comeBack(away, how);
        }

        untilAllIsWell(hot, cold);
        boughtOnce(hot);
    }

    private static void boughtOnce(TestPlayer player) {
        HttpResponse<String> first = buy(player);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        HttpResponse<String> again = buy(player);
        assertThat(again.headers().firstValue("Idempotency-Hit")).hasValue("true");
        assertThat(TestServer.json(again).at("/data/sequence"))
                .isEqualTo(TestServer.json(first).at("/data/sequence"));
        assertThat(player.game().at("/funz/currentFunzBalance").longValue()).isNotNegative();
    }

    /** Threads that hang would make the others wait, also those of the same players. */
    @ParameterizedTest
    @EnumSource(Absence.class)
    void a_crowd_without_mysql_is_not_held_up_by_those_who_need_it(Absence how) {
        TestPlayer player = newPlayer();
        leave(Backend.MYSQL, how);
        try {
            List<Long> took =
                    Together.run(
                            2 * CROWD,
                            caller -> {
                                long began = System.nanoTime();
                                HttpResponse<String> response =
                                        caller < CROWD ? buy(player) : player.post("/tap", TAP);
                                requireStatus(response, caller >= CROWD, "caller " + caller);
                                return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                            });

            System.out.println("crowd, MySQL " + how + ": bought " + took.subList(0, CROWD));
            System.out.println(
                    "crowd, MySQL " + how + ": tapped " + took.subList(CROWD, 2 * CROWD));
            assertThat(took).allMatch(millis -> millis < HANGS.toMillis());
        } finally {
            comeBack(Backend.MYSQL, how);
        }

        untilAllIsWell(player, player);
        boughtOnce(player);
    }

    private void leave(Backend backend, Absence how) {
        switch (how) {
            case KILLED -> database(backend).kill();
            case STOPPED -> database(backend).pause();
        }
    }

    private void comeBack(Backend backend, Absence how) {
        switch (how) {
            case KILLED -> database(backend).restart();
            case STOPPED -> database(backend).resume();
        }
    }

    /**
     * Asks for something; for what is refused, several times. What goes on may be refused too when
     * the machine is slow and a database that is there misses its time-out, but not each time.
     */
    private static void expect(
            boolean goesOn, String what, Supplier<HttpResponse<String>> request) {
        Duration best = HANGS;
        for (int tried = 0; tried < TRIES; tried++) {
            long began = System.nanoTime();
            HttpResponse<String> response = request.get();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            System.out.println(what + " " + response.statusCode() + " " + took.toMillis() + " ms");
            assertThat(took).as(what).isLessThan(HANGS);
            if (goesOn && response.statusCode() == 503 && tried + 1 < TRIES) {
                continue;
            }
            requireStatus(response, goesOn, what);
            if (goesOn) {
                return;
            }
            best = took.compareTo(best) < 0 ? took : best;
        }
        assertThat(best).as("the quickest " + what).isLessThan(IN_TIME);
    }

    private static void requireStatus(HttpResponse<String> response, boolean goesOn, String what) {
        assertThat(response.statusCode())
                .as(what + ": " + response.body())
                .isEqualTo(goesOn ? 200 : 503);
        if (!goesOn) {
            assertThat(response.headers().firstValue("Retry-After")).as(what).isPresent();
        }
    }

    private void expectReadiness(Backend away, Instant before) {
        HttpResponse<String> response = readinessOfOneAway();
        JsonNode body = TestServer.json(response);
        String name = away.name().toLowerCase(Locale.ROOT);
        assertThat(response.statusCode()).isEqualTo(away == Backend.REDIS ? 503 : 200);
        assertThat(body.at("/checks/" + name + "/status").textValue()).isNotBlank();
        assertThat(Instant.parse(body.at("/checks/" + name + "/since").textValue()))
                .isBetween(before.minusMillis(1), Instant.now());
        assertThat(body.get("checks").size()).as(response.body()).isEqualTo(1);
    }

    /** On a busy machine another one may be too slow for a moment. */
    private HttpResponse<String> readinessOfOneAway() {
        long giveUpAt = System.nanoTime() + RECOVERS.toNanos();
        HttpResponse<String> response = server.get("/readyz");
        while (TestServer.json(response).path("checks").size() != 1
                && System.nanoTime() < giveUpAt) {
            response = server.get("/readyz");
        }
        return response;
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

    /** Makes the next command load the player again, from what is stored by then. */
    private void removeFromRedis(TestPlayer player) {
        ((DistributedStorage) server.bean(GameStorage.class)).workers().finish();
        RedisClient client = RedisClient.create(redis.uri());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            String[] keys =
                    connection.sync().keys("away:*:player:" + player.id()).toArray(String[]::new);
            assertThat(keys).hasSize(1);
            connection.sync().del(keys);
        } finally {
            client.shutdown(0, 1, TimeUnit.SECONDS);
        }
    }
}
