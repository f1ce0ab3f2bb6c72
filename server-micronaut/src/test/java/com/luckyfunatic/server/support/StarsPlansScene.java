package com.luckyfunatic.server.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.operator.Budget;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.operator.Spending;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.server.telegram.bot.FakeBotApi;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A server with a Telegram on this machine, a player who pays in Stars, and two operators: one
 * gives up to 25 Stars back alone, and 60 in a day.
 */
abstract class StarsPlansScene {
    private static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawx";
    private static final String SECRET = "5f0c1d7e9b2a4c6d8e3f1a0b7c9d2e4f";
    static final int DAY_STARS = 60;
    static final String CHARGE = "stx" + "A".repeat(140);

    FakeBotApi telegram;
    GameServer server;
    PlanCalls calls;
    TestPlayer player;
    String target;
    String ada;
    String lead;

    @BeforeEach
    void start() {
        telegram = FakeBotApi.start(TOKEN);
        server =
                GameServer.startOn(
                        this::seenByTheServer,
                        Map.of(
                                "FUNATIC_TELEGRAM_BOT_TOKENS",
                                TOKEN,
                                "FUNATIC_TELEGRAM_API_URL",
                                telegram.uri().toString(),
                                "TELEGRAM_WEBHOOK_SECRET",
                                SECRET,
                                "FUNATIC_SUPPORT_LIMIT_STARS",
                                "25",
                                "FUNATIC_SUPPORT_DAILY_STARS",
                                String.valueOf(DAY_STARS)));
        calls = new PlanCalls(server);
        anotherPlayerComes();
        ada = server.newOperator("ada", Role.SUPPORT);
        lead = server.newOperator("lead", Role.SUPPORT_LEAD);
    }

    @AfterEach
    void stop() {
        server.close();
        telegram.close();
    }

    /** Returns what the server sees of the storage: all of it, unless a test hides something. */
    GameStorage seenByTheServer(GameStorage storage) {
        return storage;
    }

    final void anotherPlayerComes() {
        player = server.newPlayer();
        target = "players/" + player.id();
    }

    final HttpResponse<String> tell(String update) {
        return server.http()
                .post("/telegram/webhook", update, "X-Telegram-Bot-Api-Secret-Token", SECRET);
    }

    /** The player asks for an invoice; returns its payload. */
    final String invoice(int quantity) {
        player.send(
                "/store/invoice",
                "{\"listingId\":\"treasure\",\"expectedStars\":25,\"quantity\":" + quantity + "}");
        return telegram.calls("createInvoiceLink").getLast().get("payload").textValue();
    }

    final HttpResponse<String> tellPaid(int quantity, String payload, String charge) {
        return tell(message("successful_payment", quantity * 25, payload, charge));
    }

    /** The player pays for treasures, and Telegram tells it. */
    final void pay(int quantity, String charge) {
        telegram.charge(player.telegramId(), charge);
        assertThat(
                        TestPlayer.data(tellPaid(quantity, invoice(quantity), charge))
                                .get("outcome")
                                .textValue())
                .isEqualTo("given");
    }

    final String message(String what, int stars, String payload, String charge) {
        return """
        {"update_id":2,"message":{"message_id":9,"date":1764000000,"from":{"id":%1$d},
        "chat":{"id":%1$d,"type":"private"},"%2$s":{"currency":"XTR",
        "total_amount":%3$d,"invoice_payload":"%4$s","telegram_payment_charge_id":"%5$s",
        "provider_payment_charge_id":""}}}
        """
                .formatted(player.telegramId(), what, stars, payload, charge);
    }

    static String refund(String charge) {
        return "{\"action\":\"refund_stars\",\"chargeId\":\""
                + charge
                + "\",\"reasonCode\":\"compensation\",\"reason\":\"ticket 85\"}";
    }

    final long jokers() {
        return server.engine().player(PlayerId.parse(player.id())).orElseThrow().wallet().jokers();
    }

    final long notes() {
        return server
                .storage()
                .players()
                .history(PlayerId.parse(player.id()), Long.MAX_VALUE, 100)
                .items()
                .stream()
                .filter(each -> each.command().equals("NoteStarsRefund"))
                .count();
    }

    /** Telegram tells that the Stars of the first payment went back. */
    final void tellBack(int stars) {
        assertThat(tell(message("refunded_payment", stars, "x", CHARGE)).statusCode())
                .isEqualTo(200);
    }

    /** Returns whether so many Stars more fit into what ada may give back today. */
    final boolean fits(int stars) {
        Spending more = new Spending("probe", new OperatorName("ada"), Budget.STARS, stars);
        boolean fits = server.storage().supportPlans().spend(more, today(), DAY_STARS);
        server.storage().supportPlans().release(more.name());
        return fits;
    }

    final long today() {
        return server.clock().millis() / Duration.ofDays(1).toMillis();
    }
}
