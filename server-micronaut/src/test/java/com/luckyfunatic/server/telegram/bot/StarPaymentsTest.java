package com.luckyfunatic.server.telegram.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.server.json.StrictJson;
import com.luckyfunatic.server.telegram.BotToken;
import com.luckyfunatic.server.telegram.bot.BotApiException.Kind;
import com.luckyfunatic.server.telegram.bot.FakeBotApi.Fault;
import com.luckyfunatic.server.telegram.bot.StarPayments.Refund;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Payments in Stars by the Bot API over HTTP. */
class StarPaymentsTest {
    private static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawx";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FakeBotApi telegram = FakeBotApi.start(TOKEN);
    private final BotApi api =
            new BotApi(
                    telegram.uri(),
                    BotToken.parse(TOKEN),
                    PATIENCE,
                    StrictJson.mapper(),
                    new SettableClock());
    private final StarPayments payments = new TelegramStarPayments(api);

    @AfterEach
    void stop() {
        api.close();
        telegram.close();
    }

    @Test
    void an_invoice_becomes_a_link() {
        String link = payments.invoiceLink(new StarInvoice("Tea", "Two of it.", "signed", 25));

        assertThat(link).isEqualTo("https://t.me/$1");
        JsonNode sent = telegram.calls("createInvoiceLink").getFirst();
        assertThat(sent.get("title").textValue()).isEqualTo("Tea");
        assertThat(sent.get("description").textValue()).isEqualTo("Two of it.");
        assertThat(sent.get("payload").textValue()).isEqualTo("signed");
        assertThat(sent.get("currency").textValue()).isEqualTo("XTR");
        assertThat(sent.get("provider_token").textValue()).isEmpty();
        assertThat(sent.get("prices")).hasToString("[" + sent.get("prices").get(0) + "]");
        assertThat(sent.at("/prices/0/amount").intValue()).isEqualTo(25);
        assertThat(sent.at("/prices/0/label").textValue()).isEqualTo("Tea");
    }

    @Test
    void long_texts_are_cut_as_telegram_wants_them() {
        StarInvoice invoice = new StarInvoice("🍵".repeat(40), "d".repeat(300), "p", 1);

        assertThat(invoice.title()).isEqualTo("🍵".repeat(15) + "…");
        assertThat(invoice.description()).hasSize(255).endsWith("d…");
        payments.invoiceLink(invoice);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StarInvoice("a", "b", "p".repeat(129), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new StarInvoice("a", "b", "", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new StarInvoice("a", "b", "p", 0));
    }

    @Test
    void a_question_is_answered_with_yes_or_with_why_not() {
        payments.answer("1", null, PATIENCE);
        payments.answer("2", "sold out", PATIENCE);

        assertThat(telegram.calls("answerPreCheckoutQuery"))
                .extracting(JsonNode::toString)
                .anySatisfy(sent -> assertThat(sent).contains("\"1\"", "\"ok\":true"))
                .anySatisfy(sent -> assertThat(sent).contains("\"2\"", "\"ok\":false", "sold out"));
    }

    @Test
    void a_question_that_is_too_old_cannot_be_answered() {
        telegram.tooLate("1");

        assertThatExceptionOfType(BotApiException.class)
                .isThrownBy(() -> payments.answer("1", null, PATIENCE))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
    }

    @Test
    @Timeout(20)
    void nobody_waits_longer_than_an_answer_is_worth_something() {
        telegram.misbehave(Fault.ANSWERS_LATE);

        assertThatExceptionOfType(BotApiException.class)
                .isThrownBy(() -> payments.answer("1", null, Duration.ofMillis(200)))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNKNOWN_OUTCOME));

        assertThat(telegram.calls("answerPreCheckoutQuery")).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    @Timeout(20)
    void a_repeat_has_what_is_left_of_the_time() {
        telegram.misbehave(Fault.FAILS, Fault.ANSWERS_LATE);

        assertThatExceptionOfType(BotApiException.class)
                .isThrownBy(() -> payments.answer("1", null, Duration.ofSeconds(1)))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNKNOWN_OUTCOME));
    }

    @Test
    void a_payment_goes_back_once_and_again_is_no_error() {
        telegram.charge(7, "stx_1");

        assertThat(payments.refund(7, "stx_1")).isEqualTo(Refund.NOW);
        assertThat(payments.refund(7, "stx_1")).isEqualTo(Refund.BEFORE);

        assertThat(telegram.refunded()).containsExactly("stx_1");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "LOSES_THE_REPLY",
                "FAILS",
                "STOPS_IN_THE_MIDDLE",
                "TALKS_NONSENSE",
                "TIMES_OUT_IN_JSON",
                "ANSWERS_NOTHING"
            })
    void a_refund_whose_reply_is_lost_is_done(Fault fault) {
        telegram.charge(7, "stx_1");
        telegram.misbehave(fault);

        assertThat(payments.refund(7, "stx_1")).isEqualTo(Refund.NOW);

        assertThat(telegram.refunded()).containsExactly("stx_1");
        assertThat(telegram.calls("refundStarPayment")).hasSize(2);
    }

    @Test
    void a_refusal_tells_that_nothing_was_done_unless_an_answer_was_lost_before() {
        assertThatExceptionOfType(BotApiException.class)
                .isThrownBy(() -> payments.refund(7, "stx_1"))
                .matches(BotApiException::isNothingDone);
        telegram.misbehave(Fault.LOSES_THE_REPLY);
        assertThatExceptionOfType(BotApiException.class)
                .isThrownBy(() -> payments.refund(7, "stx_1"))
                .matches(refusal -> !refusal.isNothingDone())
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.REFUSED));
        telegram.misbehave(Fault.FAILS, Fault.LIMITS);
        assertThatExceptionOfType(BotApiException.class)
                .isThrownBy(() -> payments.refund(7, "stx_1"))
                .matches(limit -> !limit.isNothingDone());
    }

    @ParameterizedTest
    @EnumSource(names = {"TIMES_OUT_IN_JSON", "ANSWERS_NOTHING"})
    void json_that_is_not_telegrams_refusal_tells_nothing_of_what_was_done(Fault fault) {
        telegram.charge(7, "stx_1");
        telegram.misbehave(fault, fault);

        assertThatExceptionOfType(BotApiException.class)
                .isThrownBy(() -> payments.refund(7, "stx_1"))
                .matches(unknown -> !unknown.isNothingDone())
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNKNOWN_OUTCOME));

        assertThat(telegram.refunded()).containsExactly("stx_1");
    }

    @Test
    void what_nobody_has_paid_cannot_go_back() {
        assertThatExceptionOfType(BotApiException.class)
                .isThrownBy(() -> payments.refund(7, "stx_2"))
                .withMessageContaining("CHARGE_NOT_FOUND");
    }

    @Test
    void without_a_bot_nothing_is_done() {
        StarPayments nobody = new TelegramStarPayments(null);

        assertThatExceptionOfType(BotApiException.class)
                .isThrownBy(() -> nobody.refund(7, "stx_1"))
                .withMessageContaining("telegram-bot-tokens");
    }
}
