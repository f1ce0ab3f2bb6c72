package com.luckyfunatic.server.store;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.SharedGameServer;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.server.game.TestStorage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The store over HTTP: what is sold, and buying it. */
@ExtendWith(SharedGameServer.class)
class StoreHttpTest {
    private static final String ITEMS = "/store/items";
    private static final String PURCHASE = "/store/purchase";

    private final GameServer server;
    private final TestPlayer player;

    StoreHttpTest(GameServer server) {
        this.server = server;
        this.player = server.newPlayer(90, 20);
    }

    private static String buy(String listing, long price, int quantity) {
        return "{\"listingId\":\""
                + listing
                + "\",\"expectedPrice\":"
                + price
                + ",\"quantity\":"
                + quantity
                + "}";
    }

    private JsonNode listing(String id) {
        return listing(player, id);
    }

    private static long left(TestPlayer asked) {
        return listing(asked, "poster").get("left").longValue();
    }

    private static JsonNode listing(TestPlayer asked, String id) {
        for (JsonNode each : asked.read(ITEMS)) {
            if (each.get("listingId").textValue().equals(id)) {
                return each;
            }
        }
        throw new AssertionError("nothing is sold as " + id);
    }

    @Test
    void listings_are_shown_with_price_window_limits_and_what_is_missing() {
        JsonNode tea = listing("tea_pack");
        assertThat(tea.get("name").textValue()).isEqualTo("The tea_pack");
        assertThat(tea.get("price").longValue()).isEqualTo(12);
        assertThat(tea.get("currency").textValue()).isEqualTo("funz");
        assertThat(tea.get("goods"))
                .hasToString(
                        "{\"funz\":0,\"jokers\":0,\"items\":[{\"itemId\":\"tea\",\"name\":\"Tea\","
                                + "\"count\":2}]}");
        assertThat(tea.get("isAvailable").booleanValue()).isTrue();
        assertThat(tea.at("/daily/limit").intValue()).isEqualTo(3);
        assertThat(tea.get("total").isNull()).isTrue();
        assertThat(listing("keys").get("daily").isNull()).isTrue();
        assertThat(listing("keys").get("total"))
                .hasToString("{\"limit\":4,\"used\":0,\"remaining\":4,\"resetsAt\":null}");
        assertThat(listing("carnival_flask").get("requirements"))
                .hasToString("[{\"type\":\"rank\",\"rank\":2,\"isMissing\":true}]");
        assertThat(listing("last_year").get("isAvailable").booleanValue()).isFalse();
        assertThat(Instant.parse(listing("last_year").get("availableUntil").textValue()))
                .isEqualTo(SettableClock.START.minus(Duration.ofDays(30)));
    }

    @Test
    void a_purchase_takes_the_price_and_gives_the_goods() {
        JsonNode data = player.send(PURCHASE, buy("tea_pack", 12, 2));

        assertThat(data.get("listingId").textValue()).isEqualTo("tea_pack");
        assertThat(data.get("quantity").intValue()).isEqualTo(2);
        assertThat(data.get("currency").textValue()).isEqualTo("funz");
        assertThat(data.get("paid").longValue()).isEqualTo(24);
        assertThat(data.at("/goods/items/0/count").intValue()).isEqualTo(4);
        assertThat(data.at("/funz/currentFunzBalance").longValue()).isEqualTo(66);
        assertThat(data.at("/listing/daily/used").intValue()).isEqualTo(2);
        assertThat(data.at("/listing/daily/remaining").intValue()).isOne();
        assertThat(data.get("listing")).isEqualTo(listing("tea_pack"));
        assertThat(player.read("/inventory").at("/items/0/count").intValue()).isEqualTo(4);
    }

    @Test
    void one_is_bought_when_nothing_else_is_said_and_bought_funz_are_not_earned() {
        JsonNode data = player.send(PURCHASE, "{\"listingId\":\"sack\",\"expectedPrice\":1}");

        assertThat(data.get("quantity").intValue()).isOne();
        assertThat(data.at("/jokers/balance").longValue()).isEqualTo(19);
        assertThat(data.at("/funz/currentFunzBalance").longValue()).isEqualTo(130);
        assertThat(data.at("/funz/lifetimeEarned").longValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "no_such_listing, 1, 1, 404, unknown_listing",
        "No such, 1, 1, 404, unknown_listing",
        "last_year, 9, 1, 422, not_available",
        "carnival_flask, 9, 1, 422, requirements_not_met",
        "tea_pack, 11, 1, 422, price_changed",
        "tea_pack, 24, 2, 422, price_changed",
        "keys, 2, 5, 422, purchase_limit_reached",
        "tea_pack, 12, 4, 422, daily_limit_reached",
        "tea_pack, 12, 3, 422, item_maximum_reached"
    })
    void what_is_not_sold_is_refused(
            String listing, long price, int quantity, int status, String code) {
        JsonNode before = player.lastingState();

        HttpResponse<String> refused = player.post(PURCHASE, buy(listing, price, quantity));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(code(refused)).isEqualTo(code);
        assertThat(json(refused).get("retriable").booleanValue()).isFalse();
        assertThat(player.lastingState()).isEqualTo(before);
        assertThat(player.read("/inventory").get("items")).isEmpty();
    }

    @Test
    void refusals_say_what_holds_instead() {
        JsonNode price = json(player.post(PURCHASE, buy("tea_pack", 11, 1)));
        JsonNode total = json(player.post(PURCHASE, buy("keys", 2, 5)));
        JsonNode daily = json(player.post(PURCHASE, buy("tea_pack", 12, 4)));
        JsonNode poor = json(server.newPlayer().post(PURCHASE, buy("keys", 2, 2)));

        assertThat(price.get("expected").longValue()).isEqualTo(11);
        assertThat(price.get("actual").longValue()).isEqualTo(12);
        assertThat(total.get("limit").intValue()).isEqualTo(4);
        assertThat(total.get("remaining").intValue()).isEqualTo(4);
        assertThat(daily.get("remaining").intValue()).isEqualTo(3);
        assertThat(poor.get("code").textValue()).isEqualTo("insufficient_funds");
        assertThat(poor.get("required").longValue()).isEqualTo(4);
        assertThat(poor.get("currency").textValue()).isEqualTo("jokers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "listingId|{\"expectedPrice\":12}",
                "listingId|{\"listingId\":\"\",\"expectedPrice\":12}",
                "listingId|{\"listingId\":5,\"expectedPrice\":12}",
                "expectedPrice|{\"listingId\":\"tea_pack\"}",
                "expectedPrice|{\"listingId\":\"tea_pack\",\"expectedPrice\":null}",
                "expectedPrice|{\"listingId\":\"tea_pack\",\"expectedPrice\":-1}",
                "expectedPrice|{\"listingId\":\"tea_pack\",\"expectedPrice\":9007199254740992}",
                "expectedPrice|{\"listingId\":\"tea_pack\",\"expectedPrice\":\"12\"}",
                "expectedPrice|{\"listingId\":\"tea_pack\",\"expectedPrice\":12.5}",
                "quantity|{\"listingId\":\"tea_pack\",\"expectedPrice\":12,\"quantity\":0}",
                "quantity|{\"listingId\":\"tea_pack\",\"expectedPrice\":12,\"quantity\":-1}",
                "quantity|{\"listingId\":\"tea_pack\",\"expectedPrice\":12,\"quantity\":101}",
                "quantity|{\"listingId\":\"tea_pack\",\"expectedPrice\":12,\"quantity\":1.5}",
                "quantity|{\"listingId\":\"tea_pack\",\"expectedPrice\":12,\"quantity\":[1]}"
            })
    void a_field_that_is_wrong_is_named(String field, String body) {
        HttpResponse<String> refused = player.post(PURCHASE, body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(code(refused)).isEqualTo("validation_failed");
        assertThat(json(refused).at("/errors/0/field").textValue()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 0})
    void a_listing_is_sold_until_the_last_millisecond(int beforeTheClose) {
        try (GameServer calendar = GameServer.start()) {
            calendar.clock()
                    .set(SettableClock.START.plus(Duration.ofDays(30)).minusMillis(beforeTheClose));
            TestPlayer other = calendar.newPlayer();

            HttpResponse<String> answer = other.post(PURCHASE, buy("carnival_flask", 9, 1));

            assertThat(code(answer))
                    .isEqualTo(beforeTheClose > 0 ? "requirements_not_met" : "not_available");
        }
    }

    @Test
    void a_gift_is_had_once_a_day_and_a_clock_that_goes_back_gives_no_second() {
        try (GameServer calendar = GameServer.start()) {
            Instant midnight =
                    calendar.clock()
                            .instant()
                            .truncatedTo(ChronoUnit.DAYS)
                            .plus(Duration.ofDays(1));
            calendar.clock().set(midnight.minusMillis(1));
            TestPlayer other = calendar.newPlayer();
            other.send(PURCHASE, buy("gift", 0, 1));

            JsonNode again = json(other.post(PURCHASE, buy("gift", 0, 1)));
            calendar.clock().set(midnight);
            other.send(PURCHASE, buy("gift", 0, 1));
            calendar.clock().set(midnight.minusMillis(1));

            assertThat(again.get("code").textValue()).isEqualTo("daily_limit_reached");
            assertThat(Instant.parse(again.get("resetsAt").textValue())).isEqualTo(midnight);
            assertThat(code(other.post(PURCHASE, buy("gift", 0, 1))))
                    .isEqualTo("daily_limit_reached");
        }
    }

    @Test
    void a_repeat_under_the_same_key_is_the_first_answer_and_pays_once() {
        HttpResponse<String> first = player.postWithKey(PURCHASE, buy("tea_pack", 12, 1), "k");
        HttpResponse<String> repeat = player.postWithKey(PURCHASE, buy("tea_pack", 12, 1), "k");
        HttpResponse<String> other = player.postWithKey(PURCHASE, buy("tea_pack", 12, 2), "k");

        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(repeat.headers().firstValue("Idempotency-Hit")).hasValue("true");
        assertThat(code(other)).isEqualTo("idempotency_key_reused");
        assertThat(player.game().at("/funz/currentFunzBalance").longValue()).isEqualTo(78);
        assertThat(player.read("/operations/k").get("result"))
                .hasToString(
                        "{\"type\":\"purchase\",\"listingId\":\"tea_pack\",\"quantity\":1,"
                                + "\"currency\":\"funz\",\"paid\":12,\"goods\":{\"funz\":0,"
                                + "\"jokers\":0,\"items\":[{\"itemId\":\"tea\",\"count\":2}]}}");
    }

    @Test
    void purchases_complete_the_quest_that_counts_them() {
        player.send(PURCHASE, buy("tea_pack", 12, 2));
        assertThat(code(player.post("/quests/customer/claim", "{}")))
                .isEqualTo("quest_not_completed");

        player.send(PURCHASE, buy("gift", 0, 1));

        player.send("/quests/customer/claim", "{}");
    }

    @Test
    void what_all_players_share_is_sold_until_it_is_gone() {
        try (GameServer fair = GameServer.start()) {
            TestPlayer first = fair.newPlayer(10, 0);
            TestPlayer second = fair.newPlayer(10, 0);
            assertThat(left(first)).isEqualTo(3);
            HttpResponse<String> bought = first.postWithKey(PURCHASE, buy("poster", 1, 2), "mine");
            assertThat(json(bought).at("/data/listing/left").longValue()).isOne();

            HttpResponse<String> refused = second.postWithKey(PURCHASE, buy("poster", 1, 2), "two");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(code(refused)).isEqualTo("sold_out");
            assertThat(json(refused).get("left").longValue()).isOne();
            assertThat(json(refused).get("retriable").booleanValue()).isFalse();
            assertThat(second.game().at("/funz/currentFunzBalance").longValue()).isEqualTo(10);

            second.send(PURCHASE, buy("poster", 1, 1));
            assertThat(left(second)).isZero();
            assertThat(code(second.post(PURCHASE, buy("poster", 1, 1)))).isEqualTo("sold_out");

            HttpResponse<String> repeat = first.postWithKey(PURCHASE, buy("poster", 1, 2), "mine");
            assertThat(repeat.statusCode()).isEqualTo(200);
            assertThat(repeat.headers().firstValue("Idempotency-Hit")).hasValue("true");
            assertThat(first.game().at("/funz/currentFunzBalance").longValue()).isEqualTo(8);
        }
    }

    @Test
    @Tag(TestStorage.ALONE)
    void who_cannot_pay_takes_nothing_from_what_all_share() {
        try (GameServer fair = GameServer.start()) {
            TestPlayer poor = fair.newPlayer();

            assertThat(code(poor.post(PURCHASE, buy("poster", 1, 3))))
                    .isEqualTo("insufficient_funds");
            assertThat(code(poor.post(PURCHASE, buy("poster", 2, 3)))).isEqualTo("price_changed");

            assertThat(left(poor)).isEqualTo(3);
        }
    }

    @Test
    @Tag(TestStorage.ALONE)
    void of_many_who_buy_at_once_as_many_get_it_as_there_are() {
        try (GameServer fair = GameServer.start()) {
            List<TestPlayer> players =
                    IntStream.range(0, 20).mapToObj(_ -> fair.newPlayer(1, 0)).toList();

            List<Integer> answers =
                    Together.run(
                            20,
                            i -> players.get(i).post(PURCHASE, buy("poster", 1, 1)).statusCode());

            assertThat(answers)
                    .containsOnly(200, 422)
                    .filteredOn(status -> status == 200)
                    .hasSize(3);
            assertThat(left(players.getFirst())).isZero();
            assertThat(players)
                    .filteredOn(each -> each.game().at("/funz/currentFunzBalance").longValue() == 0)
                    .hasSize(3);
        }
    }
}
