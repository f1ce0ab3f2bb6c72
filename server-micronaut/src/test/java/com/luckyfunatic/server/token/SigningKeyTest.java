package com.luckyfunatic.server.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {
    @Test
    void a_random_key_survives_its_encoding_and_looks_random() {
        SigningKey key = SigningKey.random("k1");

        assertThat(SigningKey.parse(key.encoded()).secret()).isEqualTo(key.secret());
        assertThat(SigningKey.parse(key.encoded().replace('+', '-').replace('/', '_')).secret())
                .isEqualTo(key.secret());
        assertThat(key.looksLikeAnExample()).isFalse();
        assertThat(key).hasToString("SigningKey[k1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "k1",
                "k1:",
                ":AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "a b:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
                "k1:not base64 at all, though it is long enough for it"
            })
    void a_badly_formed_or_short_key_is_refused(String text) {
        assertThatThrownBy(() -> SigningKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "k:cGxlYXNlQ2hhbmdlVGhpc1NlY3JldEZvckFOZXdPbmUtMDEyMzQ1",
                "k:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                "k:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlBQkNERUY=",
                "k:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
            })
    void a_key_made_by_a_person_is_recognised(String text) {
        assertThat(SigningKey.parse(text).looksLikeAnExample()).isTrue();
    }
}
