package com.luckyfunatic.server.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
    private static final String ONE = "q7Vd02kZr5TnXb8sLw3mYc6Hf9Jp1GaE";
    private static final String TWO = "Zk4w9QeT1xMv7Rb2nUh5Ld8sYc3Pf6Ja0G";

    @Test
    void a_key_is_recognised_wherever_it_stands_and_nothing_else_is() {
        List<ApiKey> keys = List.of(ApiKey.parse(ONE), ApiKey.parse(TWO));

        assertThat(List.of(ONE, TWO)).allMatch(sent -> ApiKey.isAmong(keys, sent));
        assertThat(List.of("", "x", ONE + TWO, ONE + " ", ONE.substring(1), TWO + "\0"))
                .noneMatch(sent -> ApiKey.isAmong(keys, sent));
        assertThat(ApiKey.isAmong(List.of(), ONE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "q7Vd02kZr5TnXb8sLw3mYc6Hf9Jp1Ga",
                "q7Vd02kZr5TnXb8sLw3mYc6Hf9Jp1GaÄ"
            })
    void what_is_too_short_or_no_ascii_is_refused_without_being_quoted(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKey.parse(text))
                .withMessage("a key has 32 to 256 printable ASCII characters");
    }

    @Test
    void a_key_shows_nothing_of_itself() {
        assertThat(ApiKey.parse(ONE).toString()).doesNotContain(ONE.substring(0, 4));
        assertThat(ApiKey.parse(ONE).looksLikeAnExample()).isFalse();
        assertThat(ApiKey.parse("change-me-before-going-live-0123").looksLikeAnExample()).isTrue();
    }
}
