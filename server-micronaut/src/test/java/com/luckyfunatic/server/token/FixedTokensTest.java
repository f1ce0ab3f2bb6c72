package com.luckyfunatic.server.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FixedTokensTest {
    private static final String OLD = "0123456789abcdef0123456789abcdef";
    private static final String NEW = "fedcba9876543210fedcba9876543210";

    @Test
    void both_tokens_of_a_rotation_are_accepted() {
        FixedTokens tokens = new FixedTokens(List.of(OLD, NEW));

        assertThat(tokens.accept(OLD)).isTrue();
        assertThat(tokens.accept(NEW)).isTrue();
    }

    @Test
    void anything_else_is_not() {
        FixedTokens tokens = new FixedTokens(List.of(OLD));

        for (String token :
                List.of(
                        "",
                        NEW,
                        OLD + "0",
                        OLD.substring(1),
                        "0123456789ABCDEF0123456789ABCDEF",
                        OLD + "," + NEW)) {
            assertThat(tokens.accept(token)).as(token).isFalse();
        }
        assertThat(tokens.accept("x".repeat(100_000))).isFalse();
    }

    @Test
    void without_tokens_nobody_is_the_platform() {
        FixedTokens none = new FixedTokens(List.of());

        assertThat(none.accept("")).isFalse();
        assertThat(none.accept(OLD)).isFalse();
    }
}
