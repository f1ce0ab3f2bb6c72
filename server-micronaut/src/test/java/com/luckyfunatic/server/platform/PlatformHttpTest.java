package com.luckyfunatic.server.platform;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes of the platform over HTTP. */
class PlatformHttpTest {
    private static final String TOKEN = "5f0c1d7e9b2a4c6d8e3f1a0b7c9d2e4f";
    private static final String NEXT_TOKEN = "a1b2c3d4e5f60718293a4b5c6d7e8f90";
    private static final String NOTHING = "{\"funz\":0,\"jokers\":0,\"items\":[]}";

    private static GameServer server;

    private TestPlayer player;

    @BeforeAll
    static void start() {
        server =
                GameServer.start(
                        Map.of("LARAVEL_API_TOKEN", TOKEN + "," + NEXT_TOKEN), TestCatalogs.full());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void arrive() {
        player = server.newPlayer(100, 10);
    }

    private String path() {
        return "/laravel/players/" + player.telegramId();
    }

    private static HttpResponse<String> get(String path, String token) {
        return server.http().get(path, "Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> post(String path, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = "Bearer " + TOKEN;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return server.http().post(path, body, all);
    }

    private HttpResponse<String> grant(String body, String key) {
        return post(path() + "/grants", body, "Idempotency-Key", key);
    }

    private static String funz(long amount) {
        return "{\"currency\":\"funz\",\"amount\":" + amount + ",\"reference\":\"campaign 81\"}";
    }

    private static String item(String item, long amount) {
        return "{\"itemId\":\""
                + item
                + "\",\"amount\":"
                + amount
                + ",\"reference\":\"campaign 81\"}";
    }

    private static String newName() {
        return UUID.randomUUID().toString();
    }

    private JsonNode look() {
        return TestPlayer.data(get(path(), TOKEN));
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(code(response)).isEqualTo(code);
    }

    @Test
    void a_player_is_found_by_the_telegram_account() {
        JsonNode found = look();

        assertThat(found.get("telegramId").textValue())
                .isEqualTo(Long.toString(player.telegramId()));
        assertThat(found.get("playerId").textValue()).isEqualTo(player.id());
        assertThat(found.get("accountId").isNull()).isTrue();
        assertThat(found.get("rank").intValue()).isEqualTo(1);
        assertThat(found.at("/balances/funz").longValue()).isEqualTo(100);
        assertThat(found.at("/balances/jokers").longValue()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "0", "-1", "x", "9999999999999999", "99999999999999999"})
    void whoever_does_not_play_is_unknown(String telegramId) {
        String path = "/laravel/players/" + telegramId;

        assertRefused(get(path, TOKEN), 404, "unknown_player");
        assertThat(json(get(path, TOKEN)).path("detail").textValue())
                .isEqualTo("Nobody with that Telegram account plays the game.");
        assertRefused(post(path + "/link", "{\"accountId\":\"a\"}"), 404, "unknown_player");
        assertRefused(
                post(path + "/grants", funz(1), "Idempotency-Key", "k"), 404, "unknown_player");
    }

    @Test
    void both_tokens_of_a_rotation_open_the_routes() {
        assertThat(get(path(), TOKEN).statusCode()).isEqualTo(200);
        assertThat(get(path(), NEXT_TOKEN).statusCode()).isEqualTo(200);
        assertRefused(get(path(), TOKEN + "0"), 401, "token_invalid");
        assertRefused(get(path(), TOKEN + "," + NEXT_TOKEN), 401, "token_invalid");
        assertRefused(server.http().get(path()), 401, "token_missing");
    }

    @Test
    void a_players_token_does_not_open_them_and_the_platforms_opens_nothing_else() {
        assertRefused(get(path(), player.token()), 403, "wrong_token_kind");
        assertRefused(get("/game", TOKEN), 403, "wrong_token_kind");
        assertRefused(post("/tap", "{\"taps\":1}"), 403, "wrong_token_kind");
    }

    @Test
    void without_configured_tokens_they_are_closed() {
        try (GameServer closed = GameServer.start(Map.of(), TestCatalogs.full())) {
            assertRefused(
                    closed.http().get("/laravel/players/1", "Authorization", "Bearer " + TOKEN),
                    401,
                    "token_invalid");
        }
    }

    @Test
    void an_account_is_linked_and_the_same_again_is_the_same_answer() {
        String account = newName();
        String body = "{\"accountId\":\"" + account + "\"}";

        JsonNode first = TestPlayer.data(post(path() + "/link", body));
        JsonNode second = TestPlayer.data(post(path() + "/link", body));

        assertThat(first).isEqualTo(second).isEqualTo(look());
        assertThat(first.get("accountId").textValue()).isEqualTo(account);
    }

    @Test
    void a_player_has_one_account_and_an_account_one_player() {
        String account = newName();
        TestPlayer other = server.newPlayer();
        post(path() + "/link", "{\"accountId\":\"" + account + "\"}");

        assertRefused(
                post(path() + "/link", "{\"accountId\":\"" + newName() + "\"}"),
                409,
                "player_already_linked");
        assertRefused(
                post(
                        "/laravel/players/" + other.telegramId() + "/link",
                        "{\"accountId\":\"" + account + "\"}"),
                409,
                "platform_account_taken");
        assertThat(look().get("accountId").textValue()).isEqualTo(account);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"accountId\":null}",
                "{\"accountId\":\"\"}",
                "{\"accountId\":\"a b\"}",
                "{\"accountId\":7}"
            })
    void what_is_no_account_is_refused(String body) {
        assertRefused(post(path() + "/link", body), 400, "validation_failed");
    }

    @Test
    void a_grant_is_paid_once_whatever_comes_between() {
        String key = newName();

        HttpResponse<String> first = grant(funz(50), key);
        server.clock().advance(Duration.ofDays(400));
        player = TestPlayer.logIn(server.http(), player.telegramId());
        HttpResponse<String> again = grant(funz(50), key);

        JsonNode paid = TestPlayer.data(first);
        assertThat(paid.at("/paid/funz").longValue()).isEqualTo(50);
        assertThat(paid.get("cut")).hasToString(NOTHING);
        assertThat(paid.at("/balances/funz").longValue()).isEqualTo(150);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.headers().firstValue("Idempotency-Key")).hasValue(key);
        assertThat(first.headers().firstValue("Idempotency-Hit")).isEmpty();
        assertThat(again.headers().firstValue("Idempotency-Hit")).hasValue("true");
    }

    @Test
    void equal_grants_at_once_are_one() {
        String key = newName();

        List<HttpResponse<String>> answers = Together.run(20, _ -> grant(funz(7), key));

        assertThat(answers).extracting(HttpResponse::body).containsOnly(answers.getFirst().body());
        assertThat(look().at("/balances/funz").longValue()).isEqualTo(107);
    }

    @Test
    void one_key_is_for_one_grant_to_one_player() {
        String key = newName();
        grant(funz(5), key);

        assertRefused(grant(funz(6), key), 422, "idempotency_key_reused");
        assertThat(look().at("/balances/funz").longValue()).isEqualTo(105);
        player = server.newPlayer();
        assertThat(grant(funz(5), key).statusCode()).isEqualTo(200);
    }

    @Test
    void a_players_own_key_is_not_in_the_way() {
        player.postWithKey("/tap", "{\"taps\":1}", "one");

        assertThat(grant(funz(5), "one").statusCode()).isEqualTo(200);
    }

    @Test
    void a_grant_needs_a_key() {
        assertRefused(post(path() + "/grants", funz(5)), 400, "idempotency_key_missing");
        assertRefused(grant(funz(5), "~x"), 400, "invalid_idempotency_key");
        assertRefused(grant(funz(5), "k".repeat(65)), 400, "invalid_idempotency_key");
        assertThat(grant(funz(5), "k".repeat(64)).statusCode()).isEqualTo(200);
    }

    @Test
    void currency_beyond_the_cap_is_cut_and_told() {
        JsonNode granted = TestPlayer.data(grant(funz(Amounts.MAX), newName()));

        assertThat(granted.at("/paid/funz").longValue()).isEqualTo(Amounts.MAX - 100);
        assertThat(granted.at("/cut/funz").longValue()).isEqualTo(100);
        assertThat(granted.at("/balances/funz").longValue()).isEqualTo(Amounts.MAX);
    }

    @Test
    void items_up_to_their_maximum_are_given_and_beyond_it_refused() {
        assertRefused(grant(item("moon_dust", 1), newName()), 404, "unknown_item");
        assertRefused(
                grant(item("shard", Integer.MAX_VALUE), newName()), 422, "item_maximum_reached");

        JsonNode granted = TestPlayer.data(grant(item("shard", 2), newName()));

        assertThat(granted.at("/paid/items/0/itemId").textValue()).isEqualTo("shard");
        assertThat(granted.at("/paid/items/0/count").intValue()).isEqualTo(2);
        assertThat(look().at("/balances/items/0/count").intValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "{\"currency\":\"funz\",\"reference\":\"r\"}|amount",
                "{\"currency\":\"funz\",\"amount\":0,\"reference\":\"r\"}|amount",
                "{\"currency\":\"funz\",\"amount\":-1,\"reference\":\"r\"}|amount",
                "{\"currency\":\"funz\",\"amount\":9007199254740992,\"reference\":\"r\"}|amount",
                "{\"itemId\":\"shard\",\"amount\":2147483648,\"reference\":\"r\"}|amount",
                "{\"currency\":\"gold\",\"amount\":1,\"reference\":\"r\"}|currency",
                "{\"amount\":1,\"reference\":\"r\"}|currency",
                "{\"currency\":\"funz\",\"itemId\":\"shard\",\"amount\":1,\"reference\":\"r\"}|currency",
                "{\"itemId\":\"\",\"amount\":1,\"reference\":\"r\"}|itemId",
                "{\"currency\":\"funz\",\"amount\":1}|reference",
                "{\"currency\":\"funz\",\"amount\":1,\"reference\":\" \"}|reference",
                "{\"currency\":\"funz\",\"amount\":1,\"reference\":\"a\\nb\"}|reference"
            })
    void what_is_no_grant_is_refused(String body, String field) {
        HttpResponse<String> refused = grant(body, newName());

        assertRefused(refused, 400, "validation_failed");
        assertThat(json(refused).at("/errors/0/field").textValue()).isEqualTo(field);
        assertThat(look().at("/balances/funz").longValue()).isEqualTo(100);
    }
}
