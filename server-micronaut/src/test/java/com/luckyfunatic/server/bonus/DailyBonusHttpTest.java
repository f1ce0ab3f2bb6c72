package com.luckyfunatic.server.bonus;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.SharedGameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The daily bonus over HTTP. What the wheel gives is left to chance; that it is told is not. */
@ExtendWith(SharedGameServer.class)
class DailyBonusHttpTest {
    private static final String CONFIG = "/daily-bonus/config";
    private static final String CLAIM = "/daily-bonus/claim";
    private static final String FOR_ITEM = "{\"spin\":\"item\"}";

    private final GameServer server;
    private final TestPlayer player;

    DailyBonusHttpTest(GameServer server) {
        this.server = server;
        this.player = server.newPlayer();
    }

    private Instant midnight() {
        return server.clock().instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    }

    @Test
    void the_wheel_is_shown_with_its_exact_odds() {
        JsonNode segments = player.read(CONFIG).get("segments");

        assertThat(segments).hasSize(3);
        assertThat(segments.get(1))
                .hasToString(
                        "{\"id\":\"chest\",\"name\":\"The chest\",\"odds\":{\"numerator\":3,"
                            + "\"denominator\":10},\"prize\":{\"funz\":0,\"jokers\":2,\"items\":"
                            + "[{\"itemId\":\"shard\",\"name\":\"Shard\",\"count\":2}]}}");
        assertThat(
                        StreamSupport.stream(segments.spliterator(), false)
                                .mapToInt(each -> each.at("/odds/numerator").intValue())
                                .sum())
                .as("something is always won")
                .isEqualTo(10);
        assertThat(json(server.http().get("/public/catalog")).at("/data/dailyBonus/wheel"))
                .as("anyone sees the same")
                .isEqualTo(segments);
    }

    @Test
    void a_new_player_may_claim_at_once() {
        JsonNode config = player.read(CONFIG);

        assertThat(config.get("isOffered").booleanValue()).isTrue();
        assertThat(config.get("isClaimed").booleanValue()).isFalse();
        assertThat(config.get("cooldown").longValue()).isZero();
        assertThat(config.get("streak"))
                .hasToString(
                        "{\"days\":0,\"nextDay\":1,\"rewards\":[{\"day\":1,\"funz\":50},"
                                + "{\"day\":2,\"funz\":100},{\"day\":3,\"funz\":250}]}");
        assertThat(config.get("spins"))
                .hasToString(
                        "{\"free\":1,\"item\":{\"itemId\":\"key\",\"name\":\"Key\",\"held\":0}}");
    }

    @Test
    void a_claim_pays_streak_and_wheel_and_tells_the_roll() {
        JsonNode data = player.send(CLAIM, "");

        assertThat(data.get("streak")).hasToString("{\"day\":1,\"funz\":50}");
        JsonNode spin = data.get("spin");
        assertThat(spin.get("rolls").intValue()).isEqualTo(10);
        assertThat(spin.get("segmentId").textValue())
                .isEqualTo(
                        TestCatalogs.full()
                                .dailyBonus()
                                .segmentAt(spin.get("roll").intValue())
                                .id()
                                .value());
        assertThat(data.at("/funz/currentFunzBalance").longValue())
                .isEqualTo(50 + spin.at("/prize/funz").longValue());
        assertThat(data.at("/jokers/balance").longValue())
                .isEqualTo(spin.at("/prize/jokers").longValue());
        assertThat(data.get("dailyBonus")).isEqualTo(player.read(CONFIG));
        assertThat(data.at("/dailyBonus/isClaimed").booleanValue()).isTrue();
        assertThat(data.at("/dailyBonus/spins/free").intValue()).isZero();
        assertThat(data.at("/dailyBonus/nextClaimAt").textValue())
                .startsWith(midnight().toString().substring(0, 19));
        assertThat(data.at("/dailyBonus/cooldownMs").longValue())
                .isEqualTo(Duration.between(server.clock().instant(), midnight()).toMillis());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"spin\":null}", "{\"spin\":\"daily\"}"})
    void the_day_is_claimed_once(String body) {
        player.send(CLAIM, body);
        JsonNode before = player.lastingState();

        HttpResponse<String> again = player.post(CLAIM, body);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(code(again)).isEqualTo("already_claimed");
        assertThat(Instant.parse(json(again).get("nextClaimAt").textValue())).isEqualTo(midnight());
        assertThat(player.lastingState()).isEqualTo(before);
    }

    @Test
    void a_repeat_under_the_same_key_is_the_first_answer_with_the_first_draw() {
        HttpResponse<String> first = player.postWithKey(CLAIM, "{}", "bonus");
        for (int i = 0; i < 20; i++) {
            HttpResponse<String> repeat = player.postWithKey(CLAIM, "{}", "bonus");
            assertThat(repeat.body()).isEqualTo(first.body());
            assertThat(repeat.headers().firstValue("Idempotency-Hit")).hasValue("true");
        }

        HttpResponse<String> other = player.postWithKey(CLAIM, FOR_ITEM, "bonus");
        assertThat(code(other)).isEqualTo("idempotency_key_reused");
        JsonNode operation = player.read("/operations/bonus");
        assertThat(operation.at("/result/type").textValue()).isEqualTo("daily_bonus");
        assertThat(operation.at("/result/spin/roll")).isEqualTo(json(first).at("/data/spin/roll"));
    }

    @Test
    void the_streak_grows_from_day_to_day_and_a_missed_day_begins_anew() {
        // A server of its own: others do not expect to wake up days later.
        try (GameServer calendar = GameServer.start()) {
            calendar.clock().set(midnight().minusMillis(1));
            for (int day = 1; day <= 4; day++) {
                TestPlayer today = calendar.logIn(7);
                assertThat(today.send(CLAIM, "{}").at("/streak/day").intValue()).isEqualTo(day);
                assertThat(code(today.post(CLAIM, "{}"))).isEqualTo("already_claimed");
                calendar.clock().advance(day == 1 ? Duration.ofMillis(1) : Duration.ofDays(1));
            }
            calendar.clock().advance(Duration.ofDays(1));
            TestPlayer late = calendar.logIn(7);

            assertThat(late.read(CONFIG).at("/streak/days").intValue()).isZero();
            assertThat(late.send(CLAIM, "{}").get("streak")).hasToString("{\"day\":1,\"funz\":50}");
        }
    }

    @Test
    void an_item_is_spent_for_one_more_spin_and_only_when_asked_for() {
        server.give(player, "key", 1);
        player.send(CLAIM, "{}");
        assertThat(player.post(CLAIM, "{}").statusCode()).as("no item is spent").isEqualTo(409);
        int held = keys();

        JsonNode data = TestPlayer.data(player.postWithKey(CLAIM, FOR_ITEM, "more"));

        assertThat(data.get("streak").isNull()).isTrue();
        int won = data.at("/spin/segmentId").textValue().equals("key") ? 1 : 0;
        assertThat(keys()).isEqualTo(held - 1 + won);
        assertThat(player.read("/operations/more").at("/result/itemId").textValue())
                .isEqualTo("key");
    }

    private int keys() {
        return player.read(CONFIG).at("/spins/item/held").intValue();
    }

    @Test
    void without_an_item_there_is_no_further_spin() {
        HttpResponse<String> refused = player.post(CLAIM, FOR_ITEM);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(code(refused)).isEqualTo("insufficient_items");
        assertThat(json(refused).get("itemId").textValue()).isEqualTo("key");
        assertThat(player.read(CONFIG).get("isClaimed").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"spin\":\"twice\"}", "{\"spin\":\"\"}", "{\"spin\":1}", "[]"})
    void another_kind_of_spin_is_refused(String body) {
        HttpResponse<String> refused = player.post(CLAIM, body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(player.read(CONFIG).get("isClaimed").booleanValue()).isFalse();
    }

    @Test
    void a_game_without_a_daily_bonus_says_so() {
        try (GameServer without = GameServer.start(Map.of(), TestCatalogs.withoutExtras())) {
            TestPlayer other = without.newPlayer();

            JsonNode config = other.read(CONFIG);
            HttpResponse<String> refused = other.post(CLAIM, "{}");

            assertThat(config.get("isOffered").booleanValue()).isFalse();
            assertThat(config.get("segments")).isEmpty();
            assertThat(config.get("spins")).hasToString("{\"free\":0,\"item\":null}");
            assertThat(code(refused)).isEqualTo("not_available");
            assertThat(json(without.http().get("/public/catalog")).at("/data/dailyBonus").isNull())
                    .isTrue();
        }
    }
}
