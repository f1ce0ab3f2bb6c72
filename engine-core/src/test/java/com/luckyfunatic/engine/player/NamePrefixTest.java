package com.luckyfunatic.engine.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamePrefixTest {
    private static final TelegramAccount ADA =
            new TelegramAccount(1, "Ada", "King", "lovelace", null, false, null);

    @Test
    void it_stands_for_a_few_spellings() {
        assertThat(new NamePrefix("aDa").spellings()).containsExactly("aDa", "ada", "ADA", "Ada");
        assertThat(new NamePrefix("12").spellings()).containsExactly("12");
        assertThat(new NamePrefix("\u0434\u0430").spellings())
                .containsExactly("\u0434\u0430", "\u0414\u0410", "\u0414\u0430");
    }

    @Test
    void it_is_of_first_names_and_user_names() {
        assertThat(new NamePrefix("ad").isOf(ADA)).isTrue();
        assertThat(new NamePrefix("LOVE").isOf(ADA)).isTrue();
        assertThat(new NamePrefix("King").isOf(ADA)).isFalse();
        assertThat(new NamePrefix("da").isOf(ADA)).isFalse();
        assertThat(new NamePrefix("ad").isOf(TelegramAccount.ERASED)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", " ab", "ab ", "a\nb"})
    void what_is_nothing_to_look_for_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new NamePrefix(text));
    }

    @Test
    void it_has_a_longest_length() {
        assertThat(NamePrefix.isPrefix("a".repeat(NamePrefix.LENGTH_MAX))).isTrue();
        assertThat(NamePrefix.isPrefix("a".repeat(NamePrefix.LENGTH_MAX + 1))).isFalse();
    }
}
