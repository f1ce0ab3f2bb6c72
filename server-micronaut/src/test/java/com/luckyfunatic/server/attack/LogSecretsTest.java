package com.luckyfunatic.server.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.testkit.FakePlatform;
import com.luckyfunatic.engine.testkit.Seeds;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.server.TestRoutes;
import com.luckyfunatic.server.TestServer;
import com.luckyfunatic.server.engine.ServerJobs;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.server.json.StrictJson;
import com.luckyfunatic.server.logging.Listener;
import com.luckyfunatic.server.transfer.FakePlatformApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Searches everything that is logged, at the finest level and before anything is masked, for every
 * secret that the server was given or has handed out. Where a caller puts one into an address, only
 * the masks keep it out, and what is written is searched.
 */
class LogSecretsTest {
    private static final long PLAYER = 501;

    private final Listener listener = new Listener();

    @BeforeEach
    void listen() {
        listener.start();
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    @Test
    void what_players_operators_and_programs_do_leaves_no_secret_in_the_log() {
        SettableClock platformClock = new SettableClock();
        Map<String, String> secrets;
        try (FakePlatformApi platform =
                        FakePlatformApi.start(new FakePlatform(_ -> false), platformClock);
                Doors doors =
                        new Doors(
                                Map.of(
                                        "FUNATIC_ACCESS_LOG",
                                        "true",
                                        "FUNATIC_PLATFORM_URL",
                                        platform.uri().toString(),
                                        "FUNATIC_PLATFORM_SECRET",
                                        FakePlatformApi.SECRET),
                                new TestRoutes.Enabled())) {
            platformClock.set(doors.clock().instant());
            secrets = doors.secrets();
            secrets.put("the platform's secret", FakePlatformApi.SECRET);
            play(doors, secrets);
            transfer(doors);
            knock(doors, secrets);
            fail(doors);

            assertThat(listener.said())
                    .as("or there was nothing to search")
                    .hasSizeGreaterThan(100)
                    .anyMatch(line -> line.contains("/test/bug"))
                    .anyMatch(line -> line.contains("internal detail"))
                    .anyMatch(line -> line.contains("Sign-in refused"));
            assertThat(found(listener.said(), secrets)).isEmpty();

            misplace(doors);
            assertThat(listener.written()).anyMatch(line -> line.contains("/no-such-route/"));
            assertThat(found(listener.written(), secrets)).isEmpty();
        }
    }

    /** Credentials where none belongs. */
    private static void misplace(Doors doors) {
        TestPlayer player = doors.player();
        player.get("/operations/" + player.token());
        player.get("/no-such-route/" + player.token());
        player.get("/game?token=" + player.token() + "&initData=" + doors.good(Door.LOGIN));
        player.get("/game", "Idempotency-Key", player.token(), "X-Request-Id", player.token());
        doors.http().get("/game", "X-Request-Id", doors.good(Door.LOGIN));
    }

    private static void play(Doors doors, Map<String, String> secrets) {
        TestPlayer player = doors.player();
        player.tap(10);
        player.game();
        player.postWithKey(
                "/store/purchase", "{\"listingId\":\"carnival_flask\",\"expectedPrice\":9}", "k");
        player.post("/tap", "{\"taps\":-1}");
        player.post("/tap", "{\"taps\":\"" + player.token() + "\"}");
        player.post("/tap", player.token());
        secrets.put("a ticket", player.send("/balloons/ticket", "{}").get("ticket").textValue());
        secrets.put(
                "a minigame's token",
                player.send("/toy-box/games/comets/token", "{}").get("token").textValue());
        JsonNode dev =
                TestPlayer.data(
                        doors.http()
                                .post("/dev/login", "{\"telegramId\":77,\"firstName\":\"Bo\"}"));
        secrets.put("a developer's token", dev.get("token").textValue());
    }

    private static void transfer(Doors doors) {
        doors.http()
                .post(
                        "/laravel/players/" + PLAYER + "/link",
                        "{\"accountId\":\"" + UUID.randomUUID() + "\"}",
                        "Authorization",
                        doors.good(Door.PLATFORM));
        doors.give("shard", 5);
        assertThat(
                        doors.player()
                                .post("/inventory/transfers", "{\"itemId\":\"shard\",\"count\":1}")
                                .statusCode())
                .isEqualTo(200);
        doors.http().bean(ServerJobs.class).runNow("send-transfers");
        assertThat(doors.player().get("/inventory/transfers").body()).contains("confirmed");
    }

    /** With good credentials and with those that are nearly good. */
    private static void knock(Doors doors, Map<String, String> secrets) {
        for (Door door : Door.values()) {
            String good = doors.good(door);
            Answer answer = doors.knock(door, good);
            assertThat(Doors.isOpen(door, answer)).as("%s: %s", door, answer).isTrue();
            if (door == Door.LOGIN) {
                secrets.put("a login's token", token(answer));
            }
            String wrong = Twists.withBit(good, good.length() - 2, 0);
            secrets.put("wrong at " + door, wrong.substring(wrong.indexOf(' ') + 1));
            doors.knock(door, wrong);
            doors.knock(door, good + "\0");
            Twists.of(good, Seeds.random(1)).values().stream()
                    .limit(6)
                    .map(twisted -> twisted.replaceAll("[\r\n]", ""))
                    .forEach(twisted -> doors.knock(door, twisted));
            for (Door other : Door.values()) {
                doors.knock(other, good);
            }
        }
    }

    private static String token(Answer answer) {
        try {
            return StrictJson.mapper().readTree(answer.body()).at("/data/token").textValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fail(Doors doors) {
        for (String path : new String[] {"bug", "storage-away", "storage-conflict", "problem"}) {
            doors.player().get("/test/" + path);
            doors.player().get("/test/" + path + "?token=" + doors.player().token());
        }
    }

    @Test
    void a_server_that_cannot_reach_its_databases_tells_no_password() {
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put("Redis", "r3disPassw0rdMarked");
        secrets.put("MySQL", "mysqlPassw0rdMarked");
        secrets.put("ScyllaDB", "scyllaPassw0rdMarked");

        assertThatThrownBy(() ->
                        TestServer.start(
                                        Map.of(
                                                "FUNATIC_STORAGE", "distributed",
                                                "FUNATIC_DATABASE_WAIT", "0s",
                                                "FUNATIC_REDIS_URL",
                                                        "redis://:r3disPassw0rdMarked@127.0.0.1:1",
                                                "FUNATIC_MYSQL_URL",
                                                        "jdbc:mysql://127.0.0.1:1/funatic",
                                                "FUNATIC_MYSQL_USER", "funatic",
                                                "FUNATIC_MYSQL_PASSWORD", "mysqlPassw0rdMarked",
                                                "FUNATIC_SCYLLA_CONTACT_POINTS", "127.0.0.1:1",
                                                "FUNATIC_SCYLLA_USER", "funatic",
                                                "FUNATIC_SCYLLA_PASSWORD", "scyllaPassw0rdMarked"))
                                .close())
                .satisfies(failure -> LoggerFactory.getLogger("start").error("failed", failure));

        assertThat(listener.said()).anyMatch(line -> line.contains("127.0.0.1"));
        assertThat(found(listener.said(), secrets)).isEmpty();
    }

    /** The ways in which a secret can come into a line. */
    enum Leak {
        MESSAGE,
        ARGUMENT,
        CAUSE,
        CONTEXT,
        CONSOLE
    }

    @ParameterizedTest
    @EnumSource
    void a_secret_that_is_logged_is_found(Leak leak) {
        String secret = UUID.randomUUID().toString();
        var log = LoggerFactory.getLogger(LogSecretsTest.class);
        switch (leak) {
            case MESSAGE -> log.trace("it is " + secret);
            case ARGUMENT -> log.trace("it is {}", secret);
            case CAUSE ->
                    log.trace(
                            "failed",
                            new IllegalStateException(new IllegalArgumentException(secret)));
            case CONTEXT -> {
                try (var _ = MDC.putCloseable("key", secret)) {
                    log.trace("in a context");
                }
            }
            case CONSOLE -> System.out.println(secret);
        }

        assertThat(found(listener.said(), Map.of("it", secret))).containsOnlyKeys("it");
    }

    /** The secrets that were logged, each with the first line that has it. */
    private static Map<String, String> found(List<String> lines, Map<String, String> secrets) {
        Map<String, String> found = new LinkedHashMap<>();
        secrets.forEach((name, secret) -> {
            assertThat(secret).as(name).hasSizeGreaterThan(12);
            lines.stream()
                    .filter(line -> line.contains(secret))
                    .findFirst()
                    .ifPresent(line -> found.put(name, line));
        });
        return found;
    }
}
