package com.luckyfunatic.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformAccountIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "Z", "0", "funtico-20931", "a.b_c:d-e", "9f8b6c1e-0000"})
    void accepts(String text) {
        assertThat(new PlatformAccountId(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "ä", "a/b", "a\0", "@", "[", "`", "{"})
    void refuses(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PlatformAccountId(text));
    }

    @Test
    void has_at_most_64_characters() {
        assertThat(new PlatformAccountId("x".repeat(64)).value()).hasSize(64);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlatformAccountId("x".repeat(65)));
    }
}
