package com.luckyfunatic.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef0123456789abcdef", "00000000000000000000000000000000"})
    void accepts(String text) {
        assertThat(TransferId.isValid(text)).isTrue();
        assertThat(new TransferId(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123456789abcdef0123456789abcde",
                "0123456789abcdef0123456789abcdef0",
                "0123456789ABCDEF0123456789ABCDEF",
                "0123456789abcdef/123456789abcdef",
                "0123456789abcdef 123456789abcdef"
            })
    void refuses(String text) {
        assertThat(TransferId.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new TransferId(text));
    }
}
