package com.luckyfunatic.server.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotTokenTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "123",
                "123:",
                ":secret",
                "abc:secret",
                "-1:secret",
                "12345678901234567:secret"
            })
    void a_badly_formed_token_is_refused_without_being_repeated(String token) {
        assertThatThrownBy(() -> BotToken.parse(token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret>.")
                .extracting(Throwable::getMessage)
                .matches(message -> token.length() < 4 || !message.contains(token));
    }

    @Test
    void a_token_shows_its_bot_but_not_its_secret() {
        assertThat(BotToken.parse("42:hidden")).hasToString("BotToken[42]");
    }

    @Test
    void equality_covers_the_secret() {
        assertThat(BotToken.parse("42:a"))
                .isEqualTo(BotToken.parse("42:a"))
                .hasSameHashCodeAs(BotToken.parse("42:a"))
                .isNotEqualTo(BotToken.parse("42:b"));
    }
}
