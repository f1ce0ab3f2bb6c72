package com.luckyfunatic.server.telegram.bot;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.connection.ChannelId;
import com.luckyfunatic.engine.connection.ChannelMembership;
import com.luckyfunatic.engine.connection.MembershipUnknownException;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.server.json.StrictJson;
import com.luckyfunatic.server.telegram.BotToken;
import com.luckyfunatic.server.telegram.bot.BotApiException.Kind;
import com.luckyfunatic.server.telegram.bot.FakeBotApi.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The Bot API over HTTP, and who is a member of a channel. */
class ChannelMembershipTest {
    private static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawx";
    private static final ChannelId CHANNEL = new ChannelId("@funatic");
    private static final long USER = 4_503_599_627_370_495L;

    /** For calls that are answered: a busy machine must not be taken for a silent server. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SettableClock clock = new SettableClock();
    private final FakeBotApi telegram = FakeBotApi.start(TOKEN);
    private final BotApi api = api(PATIENCE);
    private final ChannelMembership membership = new TelegramChannelMembership(api);

    private BotApi api(Duration timeout) {
        return new BotApi(
                telegram.uri(), BotToken.parse(TOKEN), timeout, StrictJson.mapper(), clock);
    }

    @AfterEach
    void stop() {
        api.close();
        telegram.close();
    }

    private void join() {
        telegram.member("@funatic", USER, "\"status\":\"member\"");
    }

    private MembershipUnknownException unknown() {
        MembershipUnknownException thrown =
                catchThrowableOfType(
                        MembershipUnknownException.class, () -> membership.isMember(CHANNEL, USER));
        assertThat(thrown).isNotNull();
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        assertThat(text.toString()).doesNotContain("AAHdq");
        return thrown;
    }

    private static Kind kind(MembershipUnknownException thrown) {
        return ((BotApiException) requireNonNull(thrown.getCause())).kind();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'\"status\":\"creator\"', true",
                "'\"status\":\"administrator\"', true",
                "'\"status\":\"member\"', true",
                "'\"status\":\"restricted\",\"is_member\":true', true",
                "'\"status\":\"restricted\",\"is_member\":false', false",
                "'\"status\":\"restricted\"', false",
                "'\"status\":\"left\"', false",
                "'\"status\":\"kicked\",\"until_date\":0', false"
            })
    void a_standing_says_whether_one_is_a_member(String member, boolean expected) {
        telegram.member("@funatic", USER, member);

        assertThat(membership.isMember(CHANNEL, USER)).isEqualTo(expected);
    }

    @Test
    void it_is_asked_with_the_channel_and_the_account() {
        telegram.member("-1001234567890", USER, "\"status\":\"member\"");

        membership.isMember(new ChannelId("-1001234567890"), USER);

        JsonNode parameters = telegram.calls().getFirst().parameters();
        assertThat(telegram.calls().getFirst().method()).isEqualTo("getChatMember");
        assertThat(parameters.get("chat_id").asText()).isEqualTo("-1001234567890");
        assertThat(parameters.get("user_id").longValue()).isEqualTo(USER);
        assertThat(parameters).hasSize(2);
    }

    @Test
    void somebody_whom_telegram_does_not_know_is_no_member() {
        join();

        assertThat(membership.isMember(CHANNEL, 7)).isFalse();
    }

    @Test
    void a_channel_that_is_not_there_is_a_mistake_and_no_answer() {
        MembershipUnknownException thrown = unknown();

        assertThat(kind(thrown)).isEqualTo(Kind.REFUSED);
        assertThat(thrown.getCause()).hasMessageContaining("chat not found");
        assertThat(telegram.calls()).hasSize(1);
    }

    @Test
    void a_standing_that_nobody_knows_is_no_answer() {
        telegram.member("@funatic", USER, "\"status\":\"astronaut\"");

        assertThat(kind(unknown())).isEqualTo(Kind.UNKNOWN_OUTCOME);
    }

    @Test
    void a_token_that_telegram_does_not_take_is_no_answer() {
        try (BotApi wrong =
                new BotApi(
                        telegram.uri(),
                        BotToken.parse("7:wrong"),
                        PATIENCE,
                        StrictJson.mapper(),
                        clock)) {
            assertThatExceptionOfType(BotApiException.class)
                    .isThrownBy(() -> wrong.call(new GetChatMember(CHANNEL, USER)))
                    .withMessage("Telegram's getChatMember: Unauthorized")
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED));
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"LIMITS", "LIMITS_IN_HTML", "ANSWERS_LATE"},
            mode = Mode.EXCLUDE)
    void what_goes_wrong_once_is_tried_again(Fault fault) {
        join();
        telegram.misbehave(fault);

        assertThat(membership.isMember(CHANNEL, USER)).isTrue();
        assertThat(telegram.calls()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "LOSES_THE_REPLY, UNKNOWN_OUTCOME",
        "STOPS_IN_THE_MIDDLE, UNKNOWN_OUTCOME",
        "TALKS_NONSENSE, UNKNOWN_OUTCOME",
        "ANSWERS_A_NUMBER, UNKNOWN_OUTCOME",
        "FORGETS_THE_RESULT, UNKNOWN_OUTCOME",
        "TALKS_WITHOUT_END, UNKNOWN_OUTCOME",
        "REDIRECTS, UNKNOWN_OUTCOME",
        "FAILS, FAILED",
        "FAILS_IN_HTML, FAILED"
    })
    void what_goes_wrong_twice_is_told(Fault fault, Kind kind) {
        join();
        telegram.misbehave(fault, fault);

        MembershipUnknownException thrown = unknown();

        assertThat(kind(thrown)).isEqualTo(kind);
        assertThat(thrown.retryAfter()).isPositive();
        assertThat(telegram.calls()).hasSize(2);
        assertThat(membership.isMember(CHANNEL, USER)).isTrue();
    }

    @Test
    void what_must_not_be_done_twice_is_not_sent_again() {
        join();
        telegram.misbehave(Fault.LOSES_THE_REPLY);
        GetChatMember asked = new GetChatMember(CHANNEL, USER);

        assertThatExceptionOfType(BotApiException.class)
                .isThrownBy(() -> api.call(new Once(asked)))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNKNOWN_OUTCOME));
        assertThat(telegram.calls()).hasSize(1);
    }

    /** A method that must not be repeated, as payments will be. */
    private record Once(GetChatMember method) implements BotMethod<Boolean> {
        @Override
        public String name() {
            return method.name();
        }

        @Override
        public Map<String, Object> parameters() {
            return method.parameters();
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }

        @Override
        public Boolean read(JsonNode result) {
            return method.read(result);
        }
    }

    @Test
    void nothing_is_sent_while_telegram_wants_silence() {
        join();
        telegram.misbehave(Fault.LIMITS);

        MembershipUnknownException first = unknown();
        assertThat(kind(first)).isEqualTo(Kind.LIMITED);
        assertThat(first.retryAfter()).isEqualTo(Duration.ofSeconds(FakeBotApi.RETRY_AFTER));
        clock.advance(Duration.ofSeconds(FakeBotApi.RETRY_AFTER).minusMillis(1));
        MembershipUnknownException second = unknown();
        assertThat(kind(second)).isEqualTo(Kind.LIMITED);
        assertThat(second.retryAfter()).isEqualTo(Duration.ofMillis(1));
        assertThat(telegram.calls()).hasSize(1);

        clock.advance(Duration.ofMillis(1));
        assertThat(membership.isMember(CHANNEL, USER)).isTrue();
    }

    @Test
    void a_proxy_that_limits_without_a_time_is_left_alone_for_a_while() {
        join();
        telegram.misbehave(Fault.LIMITS_IN_HTML);

        assertThat(unknown().retryAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(unknown().retryAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(telegram.calls()).hasSize(1);
    }

    @Test
    void nobody_waits_longer_than_the_time_out() {
        join();
        telegram.misbehave(Fault.ANSWERS_LATE);
        try (BotApi hasty = api(Duration.ofMillis(200))) {
            ChannelMembership asked = new TelegramChannelMembership(hasty);

            assertThatExceptionOfType(MembershipUnknownException.class)
                    .isThrownBy(() -> asked.isMember(CHANNEL, USER))
                    .satisfies(e -> assertThat(kind(e)).isEqualTo(Kind.UNKNOWN_OUTCOME));
        }
        assertThat(telegram.calls()).hasSizeLessThanOrEqualTo(1);
        telegram.release();
        assertThat(membership.isMember(CHANNEL, USER)).isTrue();
    }

    @Test
    void a_server_that_is_away_is_told() {
        telegram.close();

        assertThat(kind(unknown())).isEqualTo(Kind.UNKNOWN_OUTCOME);
    }

    @Test
    void without_a_bot_there_is_nobody_to_ask() {
        assertThatExceptionOfType(MembershipUnknownException.class)
                .isThrownBy(() -> new NobodyToAsk().isMember(CHANNEL, USER))
                .withMessageContaining("telegram-bot-tokens");
    }

    @Test
    void the_token_is_not_shown() {
        assertThat(api).hasToString("BotApi[BotToken[110201543] at " + telegram.uri() + "]");
        assertThat(BotToken.parse("7:a b/../c").requestPath()).isEqualTo("bot7:a+b%2F..%2Fc");
        assertThat(URI.create("http://x/").resolve("/bot7:a/b")).hasToString("http://x/bot7:a/b");
    }
}
