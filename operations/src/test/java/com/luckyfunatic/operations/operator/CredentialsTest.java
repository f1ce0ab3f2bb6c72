package com.luckyfunatic.operations.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.operator.CredentialHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    private static final String SECRET = "correct-horse-battery-staple";

    private final Credentials credentials = new Credentials();

    @Test
    void a_generated_credential_is_recognised_and_no_other_is() {
        String secret = credentials.generate();
        CredentialHash hash = credentials.hash(secret);

        assertThat(Credentials.isCredential(secret)).isTrue();
        assertThat(credentials.matches(secret, hash)).isTrue();
        assertThat(credentials.matches(credentials.generate(), hash)).isFalse();
        assertThat(credentials.matches(secret + " ", hash)).isFalse();
        assertThat(credentials.matches("", hash)).isFalse();
    }

    @Test
    void the_same_credential_is_stored_differently_each_time() {
        CredentialHash first = credentials.hash(SECRET);

        assertThat(credentials.hash(SECRET)).isNotEqualTo(first);
        assertThat(first.value())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                .doesNotContain(SECRET);
    }

    /** Made by the reference implementation: argon2 with 64 MiB, 2 passes, 1 lane. */
    @Test
    void a_hash_of_the_reference_implementation_is_recognised() {
        var hash =
                new CredentialHash(
                        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                                + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

        assertThat(credentials.matches("password", hash)).isTrue();
        assertThat(credentials.matches("passwore", hash)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "fifteen-letters",
                "has spaces in its midst",
                "nicht-ganz-ascii-\u00e4\u00f6\u00fc",
                "control-character-\u0007"
            })
    void what_is_no_credential_is_not_hashed(String text) {
        assertThat(Credentials.isCredential(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> credentials.hash(text));
    }

    @Test
    void a_credential_has_a_longest_length() {
        assertThat(Credentials.isCredential("a".repeat(Credentials.LENGTH_MAX))).isTrue();
        assertThat(Credentials.isCredential("a".repeat(Credentials.LENGTH_MAX + 1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
            })
    void a_text_of_another_form_is_no_hash(String text) {
        var hash = new CredentialHash(text);

        assertThatIllegalArgumentException().isThrownBy(() -> credentials.matches(SECRET, hash));
    }
}
