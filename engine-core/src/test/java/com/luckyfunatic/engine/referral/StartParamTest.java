package com.luckyfunatic.engine.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.referral.StartParam.Campaign;
import com.luckyfunatic.engine.referral.StartParam.InvitedBy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class StartParamTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "ref_1, 1",
        "279058397, 279058397",
        "ref_279058397, 279058397",
        "4503599627370496, 4503599627370496",
        "ref_9999999999999999, 9999999999999999"
    })
    void a_telegram_id_with_or_without_prefix_is_an_invitation(String text, long telegramId) {
        assertThat(StartParam.parse(text)).isEqualTo(new InvitedBy(telegramId));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "summer",
                "Summer_2026-b",
                "ref_",
                "ref_summer",
                "ref_-5",
                "REF_5",
                "-5",
                "5a",
                "12345678901234567",
                "99999999999999999999999999"
            })
    void other_words_name_a_campaign(String text) {
        assertThat(StartParam.parse(text)).isEqualTo(new Campaign(text));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                " ", "a b", "a.b", "a/b", "é", "٣", "a\n", "0", "ref_0", "000", "@", "[", "`", "{"
            })
    void anything_else_says_nothing(String text) {
        assertThat(StartParam.parse(text)).isEqualTo(StartParam.None.NONE);
    }

    @Test
    void it_has_at_most_64_characters() {
        assertThat(StartParam.parse("x".repeat(64))).isEqualTo(new Campaign("x".repeat(64)));
        assertThat(StartParam.parse("x".repeat(65))).isEqualTo(StartParam.None.NONE);
    }
}
