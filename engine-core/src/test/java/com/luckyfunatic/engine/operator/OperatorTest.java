package com.luckyfunatic.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorTest {
    private static final CredentialHash HASH = new CredentialHash("$argon2id$x");
    private static final Operator ADA =
            new Operator(
                    new OperatorName("ada"), Set.of(Role.SUPPORT, Role.AUDITOR), HASH, false, 1);

    @ParameterizedTest
    @ValueSource(strings = {"", "Ada", "1ada", "-ada", "a da", "ada\n", "ad\u00e4"})
    void what_is_no_name_is_refused(String text) {
        assertThat(OperatorName.isName(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new OperatorName(text));
    }

    @Test
    void a_name_has_at_most_so_many_characters() {
        assertThat(OperatorName.isName("a".repeat(OperatorName.LENGTH_MAX))).isTrue();
        assertThat(OperatorName.isName("a".repeat(OperatorName.LENGTH_MAX + 1))).isFalse();
        assertThat(new OperatorName("a-b_9")).hasToString("a-b_9");
    }

    @Test
    void a_role_is_found_by_its_word() {
        for (Role role : Role.values()) {
            assertThat(Role.of(role.word())).hasValue(role);
        }
        assertThat(Role.of("boss")).isEmpty();
    }

    @Test
    void who_is_disabled_has_no_role() {
        assertThat(ADA.hasAny(Set.of(Role.SUPPORT_LEAD, Role.AUDITOR))).isTrue();
        assertThat(ADA.hasAny(Set.of(Role.SUPPORT_LEAD))).isFalse();
        assertThat(ADA.hasAny(Set.of())).isFalse();
        assertThat(ADA.withDisabled(true).hasAny(ADA.roles())).isFalse();
    }

    @Test
    void an_operator_has_a_role_and_a_time() {
        assertThatIllegalArgumentException().isThrownBy(() -> ADA.withRoles(Set.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Operator(ADA.name(), ADA.roles(), HASH, false, -1));
        assertThat(Operator.requireRoles(List.of(Role.AUDITOR, Role.AUDITOR)))
                .containsExactly(Role.AUDITOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "tab\t", "\u00e4"})
    void what_is_no_hash_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CredentialHash(text));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CredentialHash("x".repeat(CredentialHash.LENGTH_MAX + 1)));
    }

    @Test
    void a_hash_does_not_say_what_it_is() {
        assertThat(ADA.toString()).contains("ada").doesNotContain("argon2id");
        assertThat(ADA.withCredential(new CredentialHash("b")).credential())
                .isEqualTo(new CredentialHash("b"));
    }
}
