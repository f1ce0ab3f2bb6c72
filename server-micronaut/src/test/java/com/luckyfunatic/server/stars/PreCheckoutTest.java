package com.luckyfunatic.server.stars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.store.ListingId;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.server.stars.TelegramUpdate.Account;
import com.luckyfunatic.server.stars.TelegramUpdate.PreCheckoutQuery;
import com.luckyfunatic.server.telegram.bot.BotApiException;
import com.luckyfunatic.server.telegram.bot.BotApiException.Kind;
import com.luckyfunatic.server.telegram.bot.FakeBotApi;
import com.luckyfunatic.server.telegram.bot.FakeBotApi.Fault;
import com.luckyfunatic.server.telegram.bot.StarPayments;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long Telegram waits for the answer before a payment, whatever is slow. */
class PreCheckoutTest {
    private static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawx";
    private static final Duration TELEGRAMS_PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final CountDownLatch answers = new CountDownLatch(1);
    private volatile boolean isSlow;
    private final FakeBotApi telegram = FakeBotApi.start(TOKEN);
    private final GameServer server =
            GameServer.startOn(
                    this::slow,
                    Map.of(
                            "FUNATIC_TELEGRAM_BOT_TOKENS",
                            TOKEN,
                            "FUNATIC_TELEGRAM_API_URL",
                            telegram.uri().toString(),
                            "FUNATIC_TELEGRAM_API_TIMEOUT",
                            "1m"));
    private final TestPlayer player = server.newPlayer();

    @AfterEach
    void stop() {
        answers.countDown();
        server.close();
        telegram.close();
    }

    /** A storage that answers nothing while a test wants that. */
    private GameStorage slow(GameStorage storage) {
        return (GameStorage)
                Proxy.newProxyInstance(
                        GameStorage.class.getClassLoader(),
                        new Class<?>[] {GameStorage.class},
                        (_, method, arguments) -> {
                            if (isSlow) {
                                answers.await();
                            }
                            return method.invoke(storage, arguments);
                        });
    }

    private PreCheckout deciding(Duration decidedWithin, Duration toldWithin) {
        return new PreCheckout(
                server.engine(),
                server.http().bean(StarPayments.class),
                server.http().bean(InvoicePayloads.class),
                decidedWithin,
                toldWithin);
    }

    private PreCheckoutQuery query() {
        InvoiceClaims claims =
                new InvoiceClaims(
                        PlayerId.parse(player.id()),
                        new ListingId("treasure"),
                        1,
                        25,
                        server.clock().millis());
        return new PreCheckoutQuery(
                "q1",
                new Account(player.telegramId()),
                "XTR",
                25,
                server.http().bean(InvoicePayloads.class).make(claims));
    }

    @Test
    void what_is_waited_for_ends_before_telegram_stops_waiting() {
        assertThat(PreCheckout.DECIDED_WITHIN).isLessThan(PreCheckout.TOLD_WITHIN);
        assertThat(PreCheckout.TOLD_WITHIN).isLessThan(TELEGRAMS_PATIENCE);
    }

    @Test
    @Timeout(40)
    void a_silent_telegram_is_waited_for_no_longer_than_its_answer_counts() {
        telegram.misbehave(Fault.ANSWERS_LATE);

        assertThatExceptionOfType(BotApiException.class)
                .isThrownBy(() -> deciding(LONG, SHORT).answer(query()))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNKNOWN_OUTCOME));
    }

    @Test
    @Timeout(40)
    void a_storage_that_is_too_slow_is_a_no_for_now() {
        PreCheckoutQuery query = query();
        isSlow = true;

        assertThat(deciding(SHORT, LONG).answer(query)).isEqualTo(Handled.DECLINED);

        assertThat(telegram.calls("answerPreCheckoutQuery"))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.get("ok").booleanValue()).isFalse();
                    assertThat(told.get("error_message").textValue()).contains("right now");
                });
    }

    @Test
    @Timeout(40)
    void deciding_takes_from_the_time_to_tell() {
        PreCheckoutQuery query = query();
        isSlow = true;
        telegram.misbehave(Fault.ANSWERS_LATE);

        assertThatExceptionOfType(BotApiException.class)
                .isThrownBy(() -> deciding(SHORT, SHORT).answer(query))
                .withMessageContaining("no answer within PT0S");
    }
}
