package com.luckyfunatic.server.quest;

import static com.luckyfunatic.server.TestServer.code;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.server.telegram.bot.FakeBotApi;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Quests that are confirmed by what happens outside the game. */
class ChannelQuestHttpTest {
    private static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawx";
    private static final String CHANNEL = "@funatic_news";
    private static final String CLAIM = "/quests/channel/claim";

    private static FakeBotApi telegram;
    private static GameServer server;

    private TestPlayer player;

    @BeforeAll
    static void start() {
        telegram = FakeBotApi.start(TOKEN);
        telegram.member(CHANNEL, 7, "\"status\":\"member\"");
        server =
                GameServer.startWith(
                        Map.of(
                                "FUNATIC_TELEGRAM_BOT_TOKENS",
                                TOKEN,
                                "FUNATIC_TELEGRAM_API_URL",
                                telegram.uri().toString()));
    }

    @AfterAll
    static void stop() {
        server.close();
        telegram.close();
    }

    @BeforeEach
    void arrive() {
        player = server.newPlayer();
    }

    private void assertRefused(String path, int status, String code) {
        HttpResponse<String> response = player.post(path, "{}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(code(response)).isEqualTo(code);
    }

    private void join() {
        telegram.member(CHANNEL, player.telegramId(), "\"status\":\"member\"");
    }

    @Test
    void who_has_joined_the_channel_can_claim_once() {
        assertRefused(CLAIM, 422, "quest_not_completed");
        join();
        server.clock().advance(Duration.ofSeconds(5));

        assertThat(player.send(CLAIM, "{}").at("/reward/jokers").intValue()).isEqualTo(3);

        int asked = telegram.calls().size();
        assertRefused(CLAIM, 409, "already_claimed");
        assertThat(telegram.calls()).as("nobody asks again").hasSize(asked);
    }

    @Test
    void while_telegram_is_silent_nothing_is_claimed() {
        join();
        // The client asks once more before it gives up.
        telegram.misbehave(FakeBotApi.Fault.FAILS, FakeBotApi.Fault.FAILS);

        assertRefused(CLAIM, 503, "telegram_unavailable");

        assertThat(player.send(CLAIM, "{}").at("/reward/jokers").intValue()).isEqualTo(3);
    }

    @Test
    void who_presses_again_and_again_without_having_joined_is_asked_about_once() {
        assertRefused(CLAIM, 422, "quest_not_completed");
        int asked = telegram.calls().size();

        assertRefused(CLAIM, 422, "quest_not_completed");

        assertThat(telegram.calls()).hasSize(asked);
    }

    @Test
    void a_key_that_cannot_be_used_asks_nobody() {
        int asked = telegram.calls().size();

        HttpResponse<String> response = player.postWithKey(CLAIM, "{}", "~mine");

        assertThat(code(response)).isEqualTo("invalid_idempotency_key");
        assertThat(telegram.calls()).hasSize(asked);
    }

    @Test
    void other_quests_ask_nobody() {
        int asked = telegram.calls().size();
        player.send("/quests/website/start", "{}");
        assertRefused("/quests/website/claim", 422, "quest_not_completed");
        assertRefused("/quests/nope/claim", 404, "unknown_quest");
        assertThat(telegram.calls()).hasSize(asked);
    }
}
