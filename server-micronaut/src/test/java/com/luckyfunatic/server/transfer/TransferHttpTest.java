package com.luckyfunatic.server.transfer;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.FakePlatform;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.server.engine.ServerJobs;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.server.transfer.FakePlatformApi.Fault;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transfers over HTTP, from the player to the platform. */
class TransferHttpTest {
    private static final String TOKEN = "5f0c1d7e9b2a4c6d8e3f1a0b7c9d2e4f";
    private static final String PATH = "/inventory/transfers";

    private static final SettableClock PLATFORM_CLOCK = new SettableClock();
    private static final FakePlatform PLATFORM = new FakePlatform(each -> each.count() == 7);

    private static FakePlatformApi fake;
    private static GameServer server;

    private TestPlayer player;

    @BeforeAll
    static void start() {
        fake = FakePlatformApi.start(PLATFORM, PLATFORM_CLOCK);
        server =
                GameServer.start(
                        Map.of(
                                "LARAVEL_API_TOKEN",
                                TOKEN,
                                "FUNATIC_PLATFORM_URL",
                                fake.uri().toString(),
                                "FUNATIC_PLATFORM_SECRET",
                                FakePlatformApi.SECRET,
                                "FUNATIC_WORKERS",
                                "false"),
                        TestCatalogs.full());
    }

    @AfterAll
    static void stop() {
        server.close();
        fake.close();
    }

    @BeforeEach
    void arrive() {
        player = server.newPlayer();
        server.give(player, "shard", 10);
        link(player);
    }

    private static void link(TestPlayer who) {
        platform(
                "/laravel/players/" + who.telegramId() + "/link",
                "{\"accountId\":\"" + UUID.randomUUID() + "\"}");
    }

    private static HttpResponse<String> platform(String path, String body) {
        return server.http().post(path, body, "Authorization", "Bearer " + TOKEN);
    }

    private static HttpResponse<String> platform(String path) {
        return server.http().get(path, "Authorization", "Bearer " + TOKEN);
    }

    /** Time passes, and the job looks. */
    private static void later(Duration duration) {
        server.clock().advance(duration);
        PLATFORM_CLOCK.set(server.clock().instant());
        server.http().bean(ServerJobs.class).runNow("send-transfers");
    }

    private static String shards(int count) {
        return "{\"itemId\":\"shard\",\"count\":" + count + "}";
    }

    private JsonNode transfer(int count) {
        return TestPlayer.data(player.post(PATH, shards(count))).get("transfer");
    }

    private JsonNode latest() {
        return json(player.get(PATH)).at("/data/0");
    }

    private int held() {
        return server.engine()
                .player(new PlayerId(Long.parseLong(player.id())))
                .orElseThrow()
                .items()
                .count(new ItemId("shard"));
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(code(response)).isEqualTo(code);
    }

    @Test
    void items_leave_at_once_arrive_and_are_confirmed() {
        JsonNode begun = transfer(3);

        assertThat(begun.get("status").textValue()).isEqualTo("pending");
        assertThat(held()).isEqualTo(7);
        assertThat(latest()).isEqualTo(begun);
        later(Duration.ZERO);

        assertThat(latest().get("status").textValue()).isEqualTo("confirmed");
        assertThat(latest().get("transferId")).isEqualTo(begun.get("transferId"));
        assertThat(held()).isEqualTo(7);
    }

    @Test
    void what_the_platform_refuses_comes_back() {
        transfer(7);
        later(Duration.ZERO);
        later(Duration.ZERO);

        assertThat(latest().get("status").textValue()).isEqualTo("failed");
        assertThat(latest().get("givenBack").booleanValue()).isTrue();
        assertThat(held()).isEqualTo(10);
    }

    @Test
    void a_repeat_under_its_key_is_one_transfer_with_the_first_answer() {
        HttpResponse<String> first = player.postWithKey(PATH, shards(3), "send");
        later(Duration.ofMinutes(1));
        HttpResponse<String> again = player.postWithKey(PATH, shards(3), "send");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Hit")).hasValue("true");
        assertRefused(player.postWithKey(PATH, shards(4), "send"), 422, "idempotency_key_reused");
        assertThat(json(player.get(PATH)).get("data")).hasSize(1);
        assertThat(held()).isEqualTo(7);
    }

    @Test
    void an_operation_tells_what_it_sent() {
        JsonNode begun =
                TestPlayer.data(player.postWithKey(PATH, shards(3), "send")).get("transfer");

        JsonNode operation = player.read("/operations/send");

        assertThat(operation.at("/result/type").textValue()).isEqualTo("transfer");
        assertThat(operation.at("/result/transferId")).isEqualTo(begun.get("transferId"));
    }

    @Test
    void without_a_linked_account_nothing_leaves() {
        player = server.newPlayer();
        server.give(player, "shard", 10);

        assertRefused(player.postWithKey(PATH, shards(3), "s"), 422, "platform_account_not_linked");
        assertThat(held()).isEqualTo(10);

        link(player);
        assertThat(player.postWithKey(PATH, shards(3), "s").statusCode()).isEqualTo(200);
    }

    @Test
    void more_than_is_held_and_what_there_is_not_is_refused() {
        assertRefused(player.post(PATH, shards(11)), 422, "insufficient_items");
        assertRefused(player.post(PATH, shards(1_000_000_000)), 422, "insufficient_items");
        assertRefused(
                player.post(PATH, "{\"itemId\":\"moon_dust\",\"count\":1}"), 404, "unknown_item");
        assertRefused(
                player.post(PATH, "{\"itemId\":\"Moon dust\",\"count\":1}"), 404, "unknown_item");
        assertThat(held()).isEqualTo(10);
        assertThat(json(player.get(PATH)).get("data")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"itemId\":\"shard\"}",
                "{\"itemId\":\"shard\",\"count\":0}",
                "{\"itemId\":\"shard\",\"count\":-1}",
                "{\"itemId\":\"shard\",\"count\":1000000001}",
                "{\"count\":1}",
                "{\"itemId\":\"\",\"count\":1}"
            })
    void what_is_no_transfer_is_refused(String body) {
        assertRefused(player.post(PATH, body), 400, "validation_failed");
        assertThat(held()).isEqualTo(10);
    }

    @Test
    void the_list_is_read_page_by_page_by_its_player_alone() {
        for (int i = 0; i < 5; i++) {
            transfer(1);
            later(Duration.ofMillis(1));
        }
        List<String> ids = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = json(player.get(PATH + "?limit=2" + cursor));
            page.get("data").forEach(each -> ids.add(each.get("transferId").textValue()));
            cursor =
                    page.get("nextCursor").isNull()
                            ? ""
                            : "&cursor=" + page.get("nextCursor").textValue();
            pages++;
        } while (!cursor.isEmpty());

        assertThat(pages).isEqualTo(3);
        assertThat(new HashSet<>(ids)).hasSize(5);
        TestPlayer other = server.newPlayer();
        assertThat(json(other.get(PATH)).get("data")).isEmpty();
        String own = json(player.get(PATH + "?limit=2")).get("nextCursor").textValue();
        assertRefused(other.get(PATH + "?cursor=" + own), 400, "invalid_cursor");
        assertRefused(player.get(PATH + "?limit=0"), 400, "validation_failed");
    }

    @Test
    void the_platform_finds_what_is_unknown_and_confirms_it_twice() {
        fake.misbehave(Fault.FAILS_AFTER);
        String id = transfer(3).get("transferId").textValue();
        later(Duration.ZERO);
        assertThat(latest().get("status").textValue()).isEqualTo("unknown");

        assertThat(platform("/laravel/transfers").body()).contains(id);
        HttpResponse<String> first = platform("/laravel/transfers/" + id + "/confirm", "{}");
        HttpResponse<String> again = platform("/laravel/transfers/" + id + "/confirm", "");

        assertThat(TestPlayer.data(first)).isEqualTo(TestPlayer.data(again));
        assertThat(TestPlayer.data(first).get("status").textValue()).isEqualTo("confirmed");
        assertThat(platform("/laravel/transfers").body()).doesNotContain(id);
        assertThat(platform("/laravel/transfers?status=confirmed&limit=100").body()).contains(id);
        later(Duration.ofHours(1));
        assertThat(latest().get("status").textValue()).isEqualTo("confirmed");
    }

    @Test
    void what_failed_or_never_was_cannot_be_confirmed() {
        String id = transfer(7).get("transferId").textValue();
        later(Duration.ZERO);

        assertRefused(
                platform("/laravel/transfers/" + id + "/confirm", "{}"), 409, "transfer_failed");
        later(Duration.ZERO);
        assertThat(held()).isEqualTo(10);
        for (String no : List.of("f".repeat(TransferId.LENGTH), "x", "0", id + "0")) {
            assertRefused(
                    platform("/laravel/transfers/" + no + "/confirm", "{}"),
                    404,
                    "unknown_transfer");
        }
        assertRefused(platform("/laravel/transfers?status=lost"), 400, "validation_failed");
        assertRefused(
                player.post("/laravel/transfers/" + id + "/confirm", "{}"),
                403,
                "wrong_token_kind");
    }

    @Test
    void where_no_platform_is_set_up_nothing_leaves() {
        try (GameServer closed = GameServer.start(Map.of(), TestCatalogs.full())) {
            TestPlayer alone = closed.newPlayer();
            closed.give(alone, "shard", 1);

            assertRefused(alone.post(PATH, shards(1)), 503, "platform_unavailable");
            assertThat(json(alone.get(PATH)).get("data")).isEmpty();
        }
    }

    @Test
    void with_a_bad_network_every_transfer_is_confirmed_once_or_given_back_once() {
        SplittableRandom random = new SplittableRandom(5);
        List<Fault> likely =
                List.of(
                        Fault.LOSES_THE_REPLY,
                        Fault.LOSES_THE_REQUEST,
                        Fault.FAILS_BEFORE,
                        Fault.FAILS_AFTER,
                        Fault.STOPS_IN_THE_MIDDLE);
        int repeatsBefore = PLATFORM.repeats();
        fake.misbehave(() -> {
            synchronized (random) {
                int drawn = random.nextInt(20);
                return drawn < likely.size() ? likely.get(drawn) : null;
            }
        });
        int confirmedPieces = 0;
        int total = 0;
        for (int i = 0; i < 30; i++) {
            player = server.newPlayer();
            server.give(player, "shard", 10);
            link(player);
            transfer(7);
            transfer(2);
            transfer(1);
            for (int round = 0; round < 400 && isAnyOpen(); round++) {
                later(Duration.ofMinutes(1));
            }
            for (JsonNode each : json(player.get(PATH)).get("data")) {
                total++;
                String status = each.get("status").textValue();
                boolean refused = each.get("count").intValue() == 7;
                assertThat(status).isEqualTo(refused ? "failed" : "confirmed");
                assertThat(each.get("givenBack").booleanValue()).isEqualTo(refused);
                confirmedPieces += refused ? 0 : each.get("count").intValue();
            }
            assertThat(held()).isEqualTo(7);
        }
        fake.misbehave(() -> null);

        assertThat(total).isEqualTo(90);
        assertThat(confirmedPieces).isEqualTo(90);
        assertThat(PLATFORM.repeats()).as("sent blindly again").isEqualTo(repeatsBefore);
    }

    private boolean isAnyOpen() {
        for (JsonNode each : json(player.get(PATH)).get("data")) {
            boolean over =
                    each.get("status").textValue().equals("confirmed")
                            || each.get("givenBack").booleanValue();
            if (!over) {
                return true;
            }
        }
        return false;
    }
}
