package com.luckyfunatic.server.telegram.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.luckyfunatic.engine.connection.ChannelId;
import com.luckyfunatic.engine.connection.ChannelMembership;
import com.luckyfunatic.engine.connection.MembershipUnknownException;
import com.luckyfunatic.server.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whom a server asks who is a member of a channel. */
class ChannelMembershipWiringTest {
    private static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawx";
    private static final ChannelId CHANNEL = new ChannelId("@funatic");

    @Test
    void the_first_bot_asks_where_the_settings_say() {
        try (FakeBotApi telegram = FakeBotApi.start(TOKEN);
                TestServer server =
                        TestServer.start(
                                Map.of(
                                        "FUNATIC_TELEGRAM_BOT_TOKENS",
                                        TOKEN + ",7:other",
                                        "FUNATIC_TELEGRAM_API_URL",
                                        telegram.uri().toString()))) {
            telegram.member("@funatic", 7, "\"status\":\"member\"");
            ChannelMembership membership = server.bean(ChannelMembership.class);

            assertThat(membership.isMember(CHANNEL, 7)).isTrue();
            assertThat(membership.isMember(CHANNEL, 8)).isFalse();
        }
    }

    @Test
    void without_a_token_nobody_is_asked() {
        try (TestServer server =
                TestServer.start(
                        Map.of(
                                "FUNATIC_DEV_LOGIN", "false",
                                "FUNATIC_TELEGRAM_BOT_IDS", "110201543"))) {
            ChannelMembership membership = server.bean(ChannelMembership.class);

            assertThatExceptionOfType(MembershipUnknownException.class)
                    .isThrownBy(() -> membership.isMember(CHANNEL, 7))
                    .withMessageContaining("telegram-bot-tokens");
        }
    }
}
