package com.luckyfunatic.engine.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"@news", "@Funatic_News_2026", "-1", "-1001234567890", "-9999999999999999"})
    void names_and_numbers_are_taken(String text) {
        assertThat(new ChannelId(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "news",
                "@new",
                "@1news",
                "@ne ws",
                "1001",
                "-0",
                "-",
                "-12345678901234567",
                "@news/../x"
            })
    void anything_else_is_not(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ChannelId(text));
    }

    @Test
    void what_is_unknown_says_when_to_ask_again() {
        assertThat(new MembershipUnknownException("away", Duration.ofSeconds(3), null).retryAfter())
                .isEqualTo(Duration.ofSeconds(3));
    }
}
