package com.luckyfunatic.server.stars;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.server.telegram.bot.FakeBotApi;
import com.luckyfunatic.server.telegram.bot.FakeBotApi.Fault;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payments in Telegram Stars over HTTP, with a Telegram on this machine. */
class StarsHttpTest {
    private static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawx";
    private static final String SECRET = "5f0c1d7e9b2a4c6d8e3f1a0b7c9d2e4f";
    private static final String NEXT_SECRET = "a1b2c3d4e5f60718293a4b5c6d7e8f90";
    private static final String INVOICE = "/store/invoice";
    private static final String WEBHOOK = "/telegram/webhook";
    private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

    private final AtomicInteger charges = new AtomicInteger();
    private FakeBotApi telegram;
    private GameServer server;
    private TestPlayer player;

    @BeforeEach
    void start() {
        telegram = FakeBotApi.start(TOKEN);
        server =
                GameServer.startWith(
                        Map.of(
                                "FUNATIC_TELEGRAM_BOT_TOKENS",
                                TOKEN,
                                "FUNATIC_TELEGRAM_API_URL",
                                telegram.uri().toString(),
                                "TELEGRAM_WEBHOOK_SECRET",
                                SECRET + "," + NEXT_SECRET));
        player = server.newPlayer();
    }

    @AfterEach
    void stop() {
        server.close();
        telegram.close();
    }

    private static String treasures(int quantity) {
        return "{\"listingId\":\"treasure\",\"expectedStars\":25,\"quantity\":" + quantity + "}";
    }

    /** Asks for an invoice, and returns the payload that Telegram was given. */
    private String payload(int quantity) {
        player.send(INVOICE, treasures(quantity));
        return telegram.calls("createInvoiceLink").getLast().get("payload").textValue();
    }

    private HttpResponse<String> tell(String update) {
        return server.http().post(WEBHOOK, update, SECRET_HEADER, SECRET);
    }

    private static String outcome(HttpResponse<String> answer) {
        return TestPlayer.data(answer).get("outcome").textValue();
    }

    private HttpResponse<String> ask(long payer, String payload, int stars) {
        return tell(
                """
                {"update_id":1,"pre_checkout_query":{"id":"q1","from":{"id":%d,"is_bot":false,
                "first_name":"Ada"},"currency":"XTR","total_amount":%d,"invoice_payload":"%s"}}
                """
                        .formatted(payer, stars, payload));
    }

    private static String paid(long payer, String payload, int stars, String charge) {
        return """
        {"update_id":2,"message":{"message_id":9,"date":1764000000,"from":{"id":%1$d},
        "chat":{"id":%1$d,"type":"private"},"successful_payment":{"currency":"XTR",
        "total_amount":%2$d,"invoice_payload":"%3$s","telegram_payment_charge_id":"%4$s",
        "provider_payment_charge_id":""}}}
        """
                .formatted(payer, stars, payload, charge);
    }

    private String charge(long payer) {
        String charge = "stx" + "A".repeat(140) + charges.incrementAndGet();
        telegram.charge(payer, charge);
        return charge;
    }

    private String charge() {
        return charge(player.telegramId());
    }

    private long jokers() {
        return server.engine().player(PlayerId.parse(player.id())).orElseThrow().wallet().jokers();
    }

    private JsonNode treasure() {
        for (JsonNode each : player.read("/store/items")) {
            if (each.get("listingId").textValue().equals("treasure")) {
                return each;
            }
        }
        throw new AssertionError("there is no treasure");
    }

    private String lastError() {
        return telegram.calls("answerPreCheckoutQuery").getLast().path("error_message").asText();
    }

    @Test
    void an_invoice_is_asked_allowed_paid_and_given() {
        JsonNode invoice = player.send(INVOICE, treasures(2));
        assertThat(invoice.get("stars").intValue()).isEqualTo(50);
        assertThat(invoice.get("invoiceLink").textValue()).startsWith("https://t.me/$");
        JsonNode sent = telegram.calls("createInvoiceLink").getLast();
        assertThat(sent.get("title").textValue()).isEqualTo("2 × The treasure");
        assertThat(sent.at("/prices/0/amount").intValue()).isEqualTo(50);
        String payload = sent.get("payload").textValue();

        assertThat(outcome(ask(player.telegramId(), payload, 50))).isEqualTo("allowed");
        assertThat(telegram.calls("answerPreCheckoutQuery").getLast().get("ok").booleanValue())
                .isTrue();
        assertThat(jokers()).isZero();

        assertThat(outcome(tell(paid(player.telegramId(), payload, 50, charge()))))
                .isEqualTo("given");
        assertThat(jokers()).isEqualTo(20);
        assertThat(player.read("/inventory").at("/items/0/count").intValue()).isEqualTo(2);
        assertThat(player.game().at("/funz/lifetimeEarned").longValue()).isZero();
        assertThat(telegram.refunded()).isEmpty();
    }

    @Test
    void the_store_shows_stars_and_counts_what_was_paid_with_them() {
        tell(paid(player.telegramId(), payload(2), 50, charge()));

        JsonNode treasure = treasure();
        assertThat(treasure.get("price").intValue()).isEqualTo(25);
        assertThat(treasure.get("currency").textValue()).isEqualTo("stars");
        assertThat(treasure.at("/daily/used").intValue()).isEqualTo(2);
        assertThat(treasure.at("/total/remaining").intValue()).isOne();
        assertThat(code(player.post(INVOICE, treasures(1)))).isEqualTo("daily_limit_reached");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 25})
    void it_is_not_bought_with_anything_else(long price) {
        HttpResponse<String> refused =
                player.post(
                        "/store/purchase",
                        "{\"listingId\":\"treasure\",\"expectedPrice\":" + price + "}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(code(refused)).isEqualTo("paid_in_stars");
        assertThat(jokers()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "nope, 25, 1, 404, unknown_listing",
        "keys, 2, 1, 422, not_paid_in_stars",
        "treasure, 24, 1, 422, price_changed",
        "treasure, 25, 4, 422, purchase_limit_reached",
        "treasure, 25, 3, 422, daily_limit_reached",
        "treasure, 0, 1, 400, validation_failed",
        "treasure, 100001, 1, 400, validation_failed",
        "treasure, 50001, 2, 400, validation_failed",
        "treasure, 25, 0, 400, validation_failed"
    })
    void what_would_not_be_sold_gets_no_invoice(
            String listing, int stars, int quantity, int status, String code) {
        HttpResponse<String> refused =
                player.post(
                        INVOICE,
                        "{\"listingId\":\"%s\",\"expectedStars\":%d,\"quantity\":%d}"
                                .formatted(listing, stars, quantity));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(code(refused)).isEqualTo(code);
        assertThat(telegram.calls()).isEmpty();
    }

    @Test
    void while_telegram_is_silent_there_is_no_invoice() {
        telegram.misbehave(Fault.FAILS, Fault.FAILS);

        HttpResponse<String> refused = player.post(INVOICE, treasures(1));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(code(refused)).isEqualTo("telegram_unavailable");
        player.send(INVOICE, treasures(1));
    }

    @Test
    void a_payment_that_is_told_again_is_given_once() {
        String update = paid(player.telegramId(), payload(1), 25, charge());

        for (int i = 0; i < 3; i++) {
            assertThat(outcome(tell(update))).isEqualTo("given");
        }
        server.clock().advance(Duration.ofDays(400));
        assertThat(outcome(tell(update))).as("after a year").isEqualTo("given");

        assertThat(jokers()).isEqualTo(10);
        assertThat(telegram.refunded()).isEmpty();
    }

    @Test
    void a_payment_that_is_told_many_times_at_once_is_given_once() {
        String update = paid(player.telegramId(), payload(1), 25, charge());

        List<HttpResponse<String>> answers = Together.run(24, _ -> tell(update));

        assertThat(answers).allSatisfy(each -> assertThat(outcome(each)).isEqualTo("given"));
        assertThat(jokers()).isEqualTo(10);
    }

    @Test
    void of_payments_at_once_that_pass_a_limit_some_go_back() {
        String payload = payload(1);
        List<String> updates =
                IntStream.range(0, 6)
                        .mapToObj(_ -> paid(player.telegramId(), payload, 25, charge()))
                        .toList();

        List<HttpResponse<String>> answers =
                Together.run(updates.size(), i -> tell(updates.get(i)));

        assertThat(answers)
                .extracting(StarsHttpTest::outcome)
                .filteredOn("given"::equals)
                .as("the limit of the day")
                .hasSize(2);
        assertThat(telegram.refunded()).hasSize(4);
        assertThat(jokers()).isEqualTo(20);
    }

    @Test
    void a_payment_that_went_back_stays_so_whatever_fits_later() {
        String one = payload(1);
        tell(paid(player.telegramId(), payload(2), 50, charge()));
        String late = charge();
        String update = paid(player.telegramId(), one, 25, late);
        assertThat(outcome(tell(update))).as("the limit of the day").isEqualTo("returned");

        server.clock().advance(Duration.ofDays(3));
        assertThat(outcome(tell(update))).as("three days later").isEqualTo("returned");

        assertThat(telegram.refunded()).containsExactly(late);
        assertThat(jokers()).isEqualTo(20);
    }

    @Test
    void a_payment_that_was_turned_away_goes_back_also_when_it_is_told_in_another_form() {
        String one = payload(1);
        String two = payload(2);
        tell(paid(player.telegramId(), two, 50, charge()));
        String late = charge();
        telegram.misbehave(Fault.FAILS, Fault.FAILS);
        HttpResponse<String> kept = tell(paid(player.telegramId(), one, 25, late));
        assertThat(kept.statusCode()).as("whether it went back is not known").isEqualTo(503);

        assertThat(outcome(tell(paid(player.telegramId(), two, 50, late)))).isEqualTo("returned");

        assertThat(telegram.refunded()).containsExactly(late);
        assertThat(jokers()).isEqualTo(20);
    }

    @Test
    void what_was_allowed_is_given_though_the_offer_has_expired_since() {
        String payload = payload(1);
        assertThat(outcome(ask(player.telegramId(), payload, 25))).isEqualTo("allowed");
        server.clock().advance(Duration.ofHours(30));

        assertThat(outcome(tell(paid(player.telegramId(), payload, 25, charge()))))
                .isEqualTo("given");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a donation", "", "AAAA", "%s0"})
    void an_unknown_or_forged_payload_is_declined_and_goes_back(String forged) {
        String payload = forged.formatted(payload(1));
        String charge = charge();

        assertThat(outcome(ask(player.telegramId(), payload, 25))).isEqualTo("declined");
        assertThat(lastError()).contains("not known");
        assertThat(outcome(tell(paid(player.telegramId(), payload, 25, charge))))
                .isEqualTo("returned");

        assertThat(telegram.refunded()).containsExactly(charge);
        assertThat(jokers()).isZero();
    }

    @Test
    void what_was_given_stays_so_when_its_payload_cannot_be_read_any_more() {
        String charge = charge();
        tell(paid(player.telegramId(), payload(1), 25, charge));

        assertThat(outcome(tell(paid(player.telegramId(), "of another key", 25, charge))))
                .isEqualTo("given");

        assertThat(jokers()).isEqualTo(10);
        assertThat(telegram.refunded()).isEmpty();
    }

    @Test
    void another_amount_than_the_invoice_says_is_declined_and_goes_back() {
        String payload = payload(2);
        String charge = charge();

        assertThat(outcome(ask(player.telegramId(), payload, 1))).isEqualTo("declined");
        assertThat(outcome(tell(paid(player.telegramId(), payload, 1, charge))))
                .isEqualTo("returned");

        assertThat(telegram.refunded()).containsExactly(charge);
        assertThat(jokers()).isZero();
    }

    @Test
    void another_players_invoice_is_declined_and_goes_back_to_who_has_paid() {
        String payload = payload(1);
        TestPlayer other = server.newPlayer();
        String charge = charge(other.telegramId());

        assertThat(outcome(ask(other.telegramId(), payload, 25))).isEqualTo("declined");
        assertThat(lastError()).contains("somebody else");
        assertThat(outcome(tell(paid(other.telegramId(), payload, 25, charge))))
                .isEqualTo("returned");

        assertThat(telegram.refunded()).containsExactly(charge);
        assertThat(jokers()).isZero();
        assertThat(other.game().at("/jokers/balance").longValue()).isZero();
    }

    @Test
    void a_charge_that_is_told_as_another_payment_gives_nothing() {
        String charge = charge();
        String other = payload(2);
        tell(paid(player.telegramId(), payload(1), 25, charge));

        assertThat(outcome(tell(paid(player.telegramId(), other, 50, charge))))
                .isEqualTo("ignored");

        assertThat(jokers()).isEqualTo(10);
        assertThat(telegram.refunded()).isEmpty();
    }

    /** Telegram has one payer for a charge. Whoever makes charges up can as well make up two. */
    @Test
    void a_charge_that_is_told_of_two_players_gives_each_what_their_own_invoice_was_for() {
        TestPlayer other = server.newPlayer();
        String mine = payload(1);
        other.send(INVOICE, treasures(2));
        String theirs = telegram.calls("createInvoiceLink").getLast().get("payload").textValue();
        String charge = charge();

        assertThat(outcome(tell(paid(player.telegramId(), mine, 25, charge)))).isEqualTo("given");
        for (int i = 0; i < 2; i++) {
            assertThat(outcome(tell(paid(other.telegramId(), theirs, 50, charge))))
                    .isEqualTo("given");
        }
        assertThat(outcome(tell(paid(other.telegramId(), mine, 25, charge))))
                .as("another payer of what was given")
                .isEqualTo("given");

        assertThat(jokers()).isEqualTo(10);
        assertThat(other.game().at("/jokers/balance").longValue()).isEqualTo(20);
        assertThat(telegram.refunded()).isEmpty();
    }

    @Test
    void what_was_given_stays_so_when_the_account_is_deleted_before_it_is_told_again() {
        String charge = charge();
        String update = paid(player.telegramId(), payload(1), 25, charge);
        tell(update);
        player.delete("/user", "{\"confirm\":\"delete my account\"}", "gone");
        assertThat(outcome(tell(update))).isEqualTo("given");

        TestPlayer anew = server.logIn(player.telegramId());
        assertThat(outcome(tell(update))).as("to who they were then").isEqualTo("given");

        assertThat(telegram.refunded()).isEmpty();
        assertThat(anew.game().at("/jokers/balance").longValue()).isZero();
    }

    @Test
    void an_offer_can_be_paid_for_an_hour() {
        String payload = payload(1);
        server.clock().advance(Duration.ofHours(1).minusMillis(1));
        assertThat(outcome(ask(player.telegramId(), payload, 25))).isEqualTo("allowed");

        server.clock().advance(Duration.ofMillis(1));

        assertThat(outcome(ask(player.telegramId(), payload, 25))).isEqualTo("declined");
        assertThat(lastError()).contains("expired");
    }

    @Test
    void who_has_reached_a_limit_or_is_banned_since_is_declined() {
        String payload = payload(2);
        tell(paid(player.telegramId(), payload, 50, charge()));
        assertThat(outcome(ask(player.telegramId(), payload, 50))).isEqualTo("declined");
        assertThat(lastError()).startsWith("Not sold: ");

        server.clock().advance(Duration.ofMinutes(1));
        TestPlayer banned = server.newPlayer();
        banned.send(INVOICE, treasures(1));
        String theirs = telegram.calls("createInvoiceLink").getLast().get("payload").textValue();
        server.engine()
                .storage()
                .admissions()
                .ban(PlayerId.parse(banned.id()), new Ban(Ban.FOR_EVER, "cheating", "test", 1));

        assertThat(outcome(ask(banned.telegramId(), theirs, 25))).isEqualTo("declined");
        assertThat(lastError()).contains("cannot buy");
    }

    @ParameterizedTest
    @EnumSource(names = {"LOSES_THE_REPLY", "STOPS_IN_THE_MIDDLE", "FAILS", "TALKS_NONSENSE"})
    void a_refund_whose_reply_is_lost_twice_is_told_again_and_made_once(Fault fault) {
        String charge = charge();
        String update = paid(player.telegramId(), "a donation", 25, charge);
        telegram.misbehave(fault, fault);

        HttpResponse<String> first = tell(update);

        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(code(first)).isEqualTo("telegram_unavailable");
        assertThat(outcome(tell(update))).isEqualTo("returned");
        assertThat(telegram.refunded()).containsExactly(charge);
    }

    @Test
    void an_answer_that_is_lost_is_given_again_and_one_that_is_too_late_is_not() {
        String payload = payload(1);
        telegram.misbehave(Fault.FAILS, Fault.FAILS);
        assertThat(ask(player.telegramId(), payload, 25).statusCode()).isEqualTo(503);
        assertThat(outcome(ask(player.telegramId(), payload, 25))).isEqualTo("allowed");

        telegram.tooLate("q1");

        assertThat(outcome(ask(player.telegramId(), payload, 25))).isEqualTo("ignored");
    }

    @Test
    void stars_that_went_back_are_recorded_once_and_take_nothing_away() {
        String payload = payload(1);
        String charge = charge();
        tell(paid(player.telegramId(), payload, 25, charge));
        String back =
                paid(player.telegramId(), payload, 25, charge)
                        .replace("successful_payment", "refunded_payment");
        long before = player.game().get("sequence").longValue();

        assertThat(outcome(tell(back))).isEqualTo("noted");
        assertThat(outcome(tell(back))).isEqualTo("noted");

        assertThat(player.game().get("sequence").longValue()).isEqualTo(before + 1);
        assertThat(jokers()).isEqualTo(10);
    }

    @Test
    void what_went_back_before_is_noted_also_when_telegram_never_tells_of_it() {
        String charge = charge();
        telegram.refundByHand(charge);
        long before = player.game().get("sequence").longValue();
        String update = paid(player.telegramId(), "a donation", 25, charge);

        assertThat(outcome(tell(update))).isEqualTo("returned");
        assertThat(outcome(tell(update))).isEqualTo("returned");

        assertThat(
                        server.engine()
                                .storage()
                                .players()
                                .history(PlayerId.parse(player.id()), Long.MAX_VALUE, 10)
                                .items())
                .filteredOn(change -> change.command().equals("NoteStarsRefund"))
                .singleElement()
                .matches(change -> change.sequence() == before + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"update_id\":3,\"message\":{\"text\":\"hi\",\"chat\":{\"id\":5}}}",
                "{\"update_id\":3,\"my_chat_member\":{}}",
                "{\"update_id\":3,\"message\":{\"successful_payment\":{}}}",
                "{\"update_id\":3,\"message\":{\"refunded_payment\":{}}}",
                "{\"update_id\":3,\"pre_checkout_query\":{}}"
            })
    void what_is_nothing_to_us_is_taken_and_ignored(String update) {
        assertThat(outcome(tell(update))).isEqualTo("ignored");
    }

    @Test
    void whoever_does_not_know_the_secret_is_not_heard() {
        String update = paid(player.telegramId(), payload(1), 25, charge());

        assertThat(code(server.http().post(WEBHOOK, update))).isEqualTo("token_missing");
        for (String wrong : List.of("", "x", SECRET + "x", SECRET + "," + NEXT_SECRET)) {
            HttpResponse<String> refused =
                    server.http().post(WEBHOOK, update, SECRET_HEADER, wrong);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(code(refused)).isEqualTo("token_invalid");
        }
        assertThat(jokers()).isZero();

        HttpResponse<String> next = server.http().post(WEBHOOK, update, SECRET_HEADER, NEXT_SECRET);
        assertThat(outcome(next)).isEqualTo("given");
    }

    @Test
    void without_a_secret_there_is_no_webhook_and_without_a_bot_no_invoice() {
        try (GameServer closed = GameServer.start(Map.of(), TestCatalogs.full())) {
            HttpResponse<String> answer = closed.http().post(WEBHOOK, "{}", SECRET_HEADER, SECRET);
            assertThat(answer.statusCode()).isEqualTo(404);

            HttpResponse<String> refused = closed.newPlayer().post(INVOICE, treasures(1));
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(json(refused).get("code").textValue()).isEqualTo("telegram_unavailable");
        }
    }
}
