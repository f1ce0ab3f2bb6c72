package com.luckyfunatic.engine.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {
    @ParameterizedTest
    @CsvSource({"en, en", "pt-BR, pt-br", "ZH-Hans-CN, zh-hans-cn", "yue, yue"})
    void case_does_not_matter(String text, String expected) {
        assertThat(LanguageTag.parse(text)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "e", "engl", "en_us", "en-", "en-x", "en-123456789", "\u0430\u0431"})
    void other_texts_are_refused(String text) {
        assertThat(LanguageTag.isTag(text)).isFalse();
        assertThatThrownBy(() -> LanguageTag.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_tag_has_64_characters_at_most() {
        String longest = "zh" + "-abcdefg".repeat(7) + "-abcde";

        assertThat(LanguageTag.parse(longest).value()).hasSize(64);
        assertThat(LanguageTag.isTag(longest + "f")).isFalse();
    }

    @Test
    void the_chosen_language_is_spoken_before_that_of_the_account() {
        TelegramAccount account = new TelegramAccount(1, "Ada", null, null, "de", false, null);
        Profile profile = new Profile(new PlayerId(1), account, null, null, 0);

        assertThat(profile.language()).isEqualTo("de");
        assertThat(profile.speaking(new LanguageTag("ru")).language()).isEqualTo("ru");
        assertThat(profile.speaking(new LanguageTag("ru")).with(account).language())
                .isEqualTo("ru");
    }
}
