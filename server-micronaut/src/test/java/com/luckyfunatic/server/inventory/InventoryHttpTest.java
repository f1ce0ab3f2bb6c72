package com.luckyfunatic.server.inventory;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.SharedGameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The inventory over HTTP: what is held, used and converted. */
@ExtendWith(SharedGameServer.class)
class InventoryHttpTest {
    private static final String INVENTORY = "/inventory";
    private static final String USE = "/inventory/use";
    private static final String CONVERT = "/inventory/convert";

    private final GameServer server;
    private final TestPlayer player;

    InventoryHttpTest(GameServer server) {
        this.server = server;
        this.player = server.newPlayer(300, 20);
    }

    private static String use(String item) {
        return "{\"itemId\":\"" + item + "\"}";
    }

    private static String convert(String conversion, int count) {
        return "{\"conversionId\":\"" + conversion + "\",\"count\":" + count + "}";
    }

    private int held(String item) {
        for (JsonNode each : player.read(INVENTORY).get("items")) {
            if (each.get("itemId").textValue().equals(item)) {
                return each.get("count").intValue();
            }
        }
        return 0;
    }

    @Test
    void items_are_shown_with_what_they_do() {
        assertThat(player.read(INVENTORY).get("items")).isEmpty();
        server.give(player, "shard", 3);
        server.give(player, "chest", 1);
        server.give(player, "tea", 2);
        server.give(player, "key", 1);

        JsonNode items = player.read(INVENTORY).get("items");

        assertThat(items).hasSize(4);
        assertThat(items.get(0))
                .hasToString(
                        "{\"itemId\":\"shard\",\"name\":\"Shard\",\"description\":\"Of something"
                                + " greater.\",\"count\":3,\"max\":10,\"use\":null}");
        assertThat(items.get(1).get("use"))
                .hasToString(
                        "{\"type\":\"reward\",\"reward\":{\"funz\":30,\"jokers\":1,\"items\":["
                                + "{\"itemId\":\"shard\",\"name\":\"Shard\",\"count\":2}]},"
                                + "\"boosterType\":null}");
        assertThat(items.get(2).get("use"))
                .hasToString(
                        "{\"type\":\"booster\",\"reward\":null,\"boosterType\":\"turbo_tap\"}");
        assertThat(items.get(3).get("use"))
                .hasToString("{\"type\":\"spin\",\"reward\":null,\"boosterType\":null}");
    }

    @Test
    void conversions_are_shown_with_what_is_left_of_the_day() {
        player.send(CONVERT, convert("jokers_to_funz", 7));

        JsonNode conversions = player.read(INVENTORY).get("conversions");

        Instant midnight =
                server.clock().instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
        assertThat(conversions).hasSize(3);
        assertThat(conversions.get(0).get("from"))
                .hasToString("{\"funz\":0,\"jokers\":1,\"items\":[]}");
        assertThat(conversions.get(0).get("to"))
                .hasToString("{\"funz\":10,\"jokers\":0,\"items\":[]}");
        assertThat(conversions.get(0).get("maxPerOperation").intValue()).isEqualTo(100);
        JsonNode daily = conversions.get(0).get("daily");
        assertThat(daily.get("limit").intValue()).isEqualTo(150);
        assertThat(daily.get("used").intValue()).isEqualTo(7);
        assertThat(daily.get("remaining").intValue()).isEqualTo(143);
        assertThat(Instant.parse(daily.get("resetsAt").textValue())).isEqualTo(midnight);
        assertThat(conversions.get(1).get("daily").isNull()).isTrue();
    }

    @Test
    void opening_a_chest_pays_what_is_in_it() {
        server.give(player, "chest", 2);

        JsonNode data = player.send(USE, use("chest"));

        assertThat(data.get("itemId").textValue()).isEqualTo("chest");
        assertThat(data.at("/reward/funz").intValue()).isEqualTo(30);
        assertThat(data.get("booster").isNull()).isTrue();
        assertThat(data.get("spin").isNull()).isTrue();
        assertThat(data.get("inventory")).isEqualTo(player.read(INVENTORY));
        assertThat(data.at("/funz/currentFunzBalance").longValue()).isEqualTo(330);
        assertThat(held("chest")).isOne();
        assertThat(held("shard")).isEqualTo(2);
    }

    @Test
    void a_tea_starts_its_booster_once() {
        server.give(player, "tea", 2);

        JsonNode data = player.send(USE, use("tea"));
        HttpResponse<String> again = player.post(USE, use("tea"));

        assertThat(data.at("/booster/type").textValue()).isEqualTo("turbo_tap");
        assertThat(data.at("/booster/isActive").booleanValue()).isTrue();
        assertThat(data.at("/booster/cooldownLeft").intValue()).isZero();
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(code(again)).isEqualTo("already_active");
        assertThat(held("tea")).isOne();
        assertThat(player.tap(1).get("accepted").intValue()).isOne();
    }

    @Test
    void a_key_spins_the_wheel() {
        server.give(player, "key", 1);

        JsonNode data = TestPlayer.data(player.postWithKey(USE, use("key"), "spin"));

        assertThat(data.at("/spin/rolls").intValue()).isEqualTo(10);
        assertThat(player.read("/operations/spin").at("/result/type").textValue())
                .isEqualTo("spin");
        assertThat(player.read("/daily-bonus/config").get("isClaimed").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "no_such_item, 404, unknown_item",
        "No such, 404, unknown_item",
        "shard, 422, not_usable",
        "chest, 422, insufficient_items",
        "key, 422, insufficient_items"
    })
    void what_cannot_be_used_is_refused(String item, int status, String code) {
        JsonNode before = player.lastingState();

        HttpResponse<String> refused = player.post(USE, use(item));

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(code(refused)).isEqualTo(code);
        assertThat(player.lastingState()).isEqualTo(before);
    }

    @Test
    void a_chest_whose_content_does_not_fit_stays_closed() {
        server.give(player, "chest", 1);
        server.give(player, "shard", 9);

        HttpResponse<String> refused = player.post(USE, use("chest"));

        assertThat(code(refused)).isEqualTo("item_maximum_reached");
        assertThat(json(refused).get("itemId").textValue()).isEqualTo("shard");
        assertThat(json(refused).get("held").intValue()).isEqualTo(9);
        assertThat(held("chest")).isOne();
    }

    @Test
    void a_conversion_gives_one_thing_for_another() {
        JsonNode data = player.send(CONVERT, convert("jokers_to_funz", 5));

        assertThat(data.get("conversionId").textValue()).isEqualTo("jokers_to_funz");
        assertThat(data.get("count").intValue()).isEqualTo(5);
        assertThat(data.get("taken")).hasToString("{\"funz\":0,\"jokers\":5,\"items\":[]}");
        assertThat(data.get("given")).hasToString("{\"funz\":50,\"jokers\":0,\"items\":[]}");
        assertThat(data.at("/funz/currentFunzBalance").longValue()).isEqualTo(350);
        assertThat(data.at("/funz/lifetimeEarned").longValue()).isZero();
        assertThat(data.at("/jokers/balance").longValue()).isEqualTo(15);
        assertThat(data.get("inventory")).isEqualTo(player.read(INVENTORY));
    }

    @ParameterizedTest
    @CsvSource({
        "no_such_conversion, 1, 404, unknown_conversion",
        "jokers_to_funz, 101, 422, operation_limit_exceeded",
        "jokers_to_funz, 1000000, 422, operation_limit_exceeded",
        "shards_to_key, 3, 422, operation_limit_exceeded",
        "jokers_to_funz, 21, 422, insufficient_funds",
        "shards_to_key, 2, 422, insufficient_items"
    })
    void what_cannot_be_converted_is_refused(
            String conversion, int count, int status, String code) {
        server.give(player, "shard", 5);
        JsonNode before = player.lastingState();

        HttpResponse<String> refused = player.post(CONVERT, convert(conversion, count));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(code(refused)).isEqualTo(code);
        assertThat(player.lastingState()).isEqualTo(before);
        assertThat(held("shard")).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1000001",
                "99999999999999999999",
                "1.5",
                "\"1\"",
                "null",
                "[1]",
                "true"
            })
    void a_count_that_is_none_names_the_field(String count) {
        JsonNode before = player.lastingState();

        HttpResponse<String> refused =
                player.post(
                        CONVERT, "{\"conversionId\":\"jokers_to_funz\",\"count\":" + count + "}");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(code(refused)).isEqualTo("validation_failed");
        assertThat(json(refused).at("/errors/0/field").textValue()).isEqualTo("count");
        assertThat(player.lastingState()).isEqualTo(before);
    }

    @Test
    void a_count_that_is_left_out_is_no_one() {
        HttpResponse<String> refused =
                player.post(CONVERT, "{\"conversionId\":\"jokers_to_funz\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/errors/0/field").textValue()).isEqualTo("count");
    }

    @Test
    void a_day_allows_so_many_until_midnight() {
        // A server of its own: others do not expect to wake up days later.
        try (GameServer calendar = GameServer.start()) {
            TestPlayer other = calendar.newPlayer(0, 1_000);
            Instant midnight =
                    calendar.clock()
                            .instant()
                            .truncatedTo(ChronoUnit.DAYS)
                            .plus(Duration.ofDays(1));
            calendar.clock().set(midnight.minusMillis(1));
            other = calendar.logIn(other.telegramId());
            other.send(CONVERT, convert("jokers_to_funz", 100));

            HttpResponse<String> refused = other.post(CONVERT, convert("jokers_to_funz", 51));

            assertThat(code(refused)).isEqualTo("daily_limit_reached");
            assertThat(json(refused).get("limit").intValue()).isEqualTo(150);
            assertThat(json(refused).get("remaining").intValue()).isEqualTo(50);
            assertThat(Instant.parse(json(refused).get("resetsAt").textValue()))
                    .isEqualTo(midnight);
            calendar.clock().set(midnight);
            other.send(CONVERT, convert("jokers_to_funz", 51));
            calendar.clock().set(midnight.minusMillis(1));
            assertThat(code(other.post(CONVERT, convert("jokers_to_funz", 100))))
                    .as("a clock that goes back gives no second day")
                    .isEqualTo("daily_limit_reached");
        }
    }

    @Test
    void a_repeat_under_the_same_key_is_the_first_answer() {
        server.give(player, "chest", 2);
        HttpResponse<String> first = player.postWithKey(CONVERT, convert("jokers_to_funz", 2), "c");
        HttpResponse<String> repeat =
                player.postWithKey(CONVERT, convert("jokers_to_funz", 2), "c");
        HttpResponse<String> other = player.postWithKey(CONVERT, convert("jokers_to_funz", 3), "c");
        player.postWithKey(USE, use("chest"), "u");
        player.postWithKey(USE, use("chest"), "u");

        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(repeat.headers().firstValue("Idempotency-Hit")).hasValue("true");
        assertThat(code(other)).isEqualTo("idempotency_key_reused");
        assertThat(held("chest")).isOne();
        assertThat(player.read("/operations/c").get("result"))
                .hasToString(
                        "{\"type\":\"conversion\",\"conversionId\":\"jokers_to_funz\",\"count\":2,"
                                + "\"taken\":{\"funz\":0,\"jokers\":2,\"items\":[]},\"given\":"
                                + "{\"funz\":20,\"jokers\":0,\"items\":[]}}");
        assertThat(player.read("/operations/u").get("result"))
                .hasToString(
                        "{\"type\":\"item_opened\",\"itemId\":\"chest\",\"reward\":{\"funz\":30,"
                                + "\"jokers\":1,\"items\":[{\"itemId\":\"shard\",\"count\":2}]}}");
    }
}
