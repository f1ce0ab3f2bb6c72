package com.luckyfunatic.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeysTest {
    @Test
    void no_header_is_no_key() {
        assertThat(IdempotencyKeys.parse(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "buy card 7 ~!",
                "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void up_to_64_printable_characters_are_a_key(String header) {
        assertThat(IdempotencyKeys.parse(header)).isEqualTo(new OperationId(header));
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    void anything_else_is_refused(String header) {
        assertThatThrownBy(() -> IdempotencyKeys.parse(header))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem ->
                                assertThat(problem.code())
                                        .isEqualTo(ProblemCode.INVALID_IDEMPOTENCY_KEY));
    }

    static String[] badKeys() {
        return new String[] {"", " ", "x".repeat(65), "é", "a\tb", "a\nb", "\u007f", "🎰"};
    }
}
