package com.luckyfunatic.server.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.server.telegram.InitDataException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitDataValidatorTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final BotToken BOT = BotToken.parse("123456:TEST");
    private static final BotToken OTHER_BOT = BotToken.parse("654321:OTHER");
    private static final String GOOD_USER = "{\"id\":42,\"first_name\":\"Ada\"}";

    private final InitDataSigner signer = new InitDataSigner(BOT);
    private final InitDataValidator validator = validatorFor(BOT);

    @Test
    void the_bot_that_signed_is_found_among_several() {
        InitDataValidator both = validatorFor(BOT, OTHER_BOT);

        assertThat(both.validate(signed(GOOD_USER), NOW).botId()).isEqualTo(123_456);
        assertThat(
                        both.validate(new InitDataSigner(OTHER_BOT).sign(fields(GOOD_USER)), NOW)
                                .botId())
                .isEqualTo(654_321);
    }

    @Test
    void signed_fields_come_back_as_they_were_signed() {
        Map<String, String> fields = fields(GOOD_USER);
        fields.put("start_param", "ref_1 + & = % ¼ 🎰");
        fields.put("chat_instance", "-77");
        fields.put("chat_type", "sender");
        fields.put("query_id", "AAE");

        InitData data = validator.validate(signer.sign(fields), NOW);

        assertThat(data)
                .isEqualTo(
                        new InitData(
                                123_456,
                                new TelegramUser(42, "Ada", null, null, null, null, false, false),
                                NOW,
                                "ref_1 + & = % ¼ 🎰",
                                "AAE",
                                "-77",
                                "sender"));
    }

    @Test
    void age_limits_are_inclusive() {
        String initData = signed(GOOD_USER);

        assertThat(validator.validate(initData, NOW.plus(Duration.ofDays(1)))).isNotNull();
        assertThat(validator.validate(initData, NOW.minusSeconds(60))).isNotNull();
        assertRefused(initData, NOW.plus(Duration.ofDays(1)).plusSeconds(1), Reason.EXPIRED);
        assertRefused(initData, NOW.minusSeconds(61), Reason.FROM_FUTURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&",
                "=",
                "hash",
                "a=1&&b=2",
                "a=%",
                "a=%4",
                "a=%zz",
                "a=%C0%AF",
                "a=%ED%A0%80",
                "a=%FF",
                "a=%00",
                "a=%0A",
                "a=%7F",
                "a=1%0Ab=2",
                "%00=1",
                "a%3Db=1",
                "a%0Ab=1",
                "%C3%A9=1",
                "a b=1",
                "=1"
            })
    void a_badly_formed_field_is_refused_even_beside_good_ones(String twist) {
        assertRefused(twist + "&" + signed(GOOD_USER), NOW, Reason.MALFORMED);
        assertRefused(twist, NOW, Reason.MALFORMED);
    }

    @Test
    void a_lone_surrogate_is_refused() {
        assertRefused("a=\ud800&" + signed(GOOD_USER), NOW, Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash", "auth_date", "user", "unknown"})
    void a_repeated_field_is_refused(String key) {
        Map<String, String> fields = fields(GOOD_USER);
        fields.put("unknown", "x");
        String initData = signer.sign(fields);

        assertRefused(initData + "&" + key + "=1", NOW, Reason.MALFORMED);
    }

    @Test
    void more_than_four_kibibytes_is_refused_before_anything_else() {
        Map<String, String> fields = fields(GOOD_USER);
        fields.put("pad", "x".repeat(3900));
        String fits = signer.sign(fields);
        assertThat(fits.length()).isLessThanOrEqualTo(4096);
        assertThat(validator.validate(fits, NOW)).isNotNull();

        assertRefused(fits + "&q=" + "x".repeat(200), NOW, Reason.MALFORMED);
        assertRefused("é".repeat(2049), NOW, Reason.MALFORMED);
        assertRefused("a".repeat(1_000_000), NOW, Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1700000000.0",
                "+1700000000",
                "-1",
                "1e9",
                "",
                " 1700000000",
                "0x10",
                "999999999999999999999",
                "١٧٠٠٠٠٠٠٠٠"
            })
    void an_unusual_auth_date_is_refused(String authDate) {
        Map<String, String> fields = fields(GOOD_USER);
        fields.put("auth_date", authDate);

        assertRefused(signer.sign(fields), NOW, Reason.MALFORMED);
    }

    @Test
    void a_far_future_auth_date_does_not_overflow() {
        Map<String, String> fields = fields(GOOD_USER);
        fields.put("auth_date", "99999999999");

        assertRefused(signer.sign(fields), NOW, Reason.FROM_FUTURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "42",
                "\"42\"",
                "{}",
                "{\"id\":null}",
                "{\"id\":0}",
                "{\"id\":-1}",
                "{\"id\":42.0}",
                "{\"id\":4.2e1}",
                "{\"id\":1e99}",
                "{\"id\":NaN}",
                "{\"id\":4503599627370497}",
                "{\"id\":9223372036854775808}",
                "{\"id\":184467440737095516170}",
                "{\"id\":true}",
                "{\"id\":[42]}",
                "{\"id\":{\"id\":42}}",
                "{\"id\":\"\"}",
                "{\"id\":\"0\"}",
                "{\"id\":\"-1\"}",
                "{\"id\":\"+42\"}",
                "{\"id\":\"042\"}",
                "{\"id\":\" 42\"}",
                "{\"id\":\"42.0\"}",
                "{\"id\":\"0x2a\"}",
                "{\"id\":\"４２\"}",
                "{\"id\":\"4503599627370497\"}",
                "{\"id\":\"99999999999999999999\"}",
                "{\"id\":42,\"id\":43}",
                "{\"id\":42} {}",
                "{\"id\":42",
                "{\"id\":42,\"a\":[[[[[[[[[[]]]]]]]]]]}"
            })
    void a_user_without_a_valid_id_is_refused(String user) {
        assertRefused(signed(user), NOW, Reason.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({
        "{\"id\":1},1",
        "{\"id\":4503599627370496},4503599627370496",
        "{\"id\":\"4503599627370496\"},4503599627370496"
    })
    void ids_from_1_to_2_to_the_52_are_accepted_as_number_or_text(String user, long id) {
        assertThat(validator.validate(signed(user), NOW).user().id()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "true,true",
        "'\"true\"',true",
        "false,false",
        "'\"false\"',false",
        "null,false",
        "1,false",
        "'\"yes\"',false"
    })
    void flags_are_booleans_or_their_names(String json, boolean expected) {
        String user = "{\"id\":42,\"is_premium\":" + json + ",\"allows_write_to_pm\":" + json + "}";

        TelegramUser parsed = validator.validate(signed(user), NOW).user();

        assertThat(parsed.premium()).isEqualTo(expected);
        assertThat(parsed.allowsWriteToPm()).isEqualTo(expected);
    }

    @Test
    void names_lose_control_characters_and_excess_length() {
        String user =
                "{\"id\":42,\"first_name\":\"A\\u0000\\nB\\u0085\",\"last_name\":\""
                        + "🎰".repeat(200)
                        + "\",\"username\":7}";

        TelegramUser parsed = validator.validate(signed(user), NOW).user();

        assertThat(parsed.firstName()).isEqualTo("AB");
        assertThat(parsed.lastName()).isEqualTo("🎰".repeat(128));
        assertThat(parsed.username()).isNull();
    }

    @Test
    void only_the_lower_case_spelling_of_the_hash_is_accepted() {
        String initData = signed(GOOD_USER);
        int at = initData.indexOf("&hash=") + 6;

        assertRefused(
                initData.substring(0, at) + initData.substring(at).toUpperCase(Locale.ROOT),
                NOW,
                Reason.MALFORMED);
        assertRefused(initData.substring(0, initData.length() - 1), NOW, Reason.MALFORMED);
        assertRefused(initData.substring(0, at), NOW, Reason.MALFORMED);
    }

    @Test
    void a_change_in_any_signed_character_breaks_the_signature() {
        assertRefused(signed(GOOD_USER).replace("Ada", "Bob"), NOW, Reason.SIGNATURE_INVALID);
        assertRefused(signed(GOOD_USER) + "&extra=1", NOW, Reason.SIGNATURE_INVALID);
    }

    @Test
    void a_bad_signature_is_said_before_age() {
        String initData = signed(GOOD_USER).replace("Ada", "Bob");

        assertRefused(initData, NOW.plus(Duration.ofDays(30)), Reason.SIGNATURE_INVALID);
    }

    @Test
    void no_message_repeats_the_login_data() {
        String hash = HexFormat.of().formatHex(new byte[32]);
        assertThatThrownBy(() ->
                        validator.validate(
                                "user=%7B%22id%22%3A42%7D&auth_date=1&hash=" + hash, NOW))
                .hasMessageNotContaining(hash)
                .hasMessageNotContaining("42");
    }

    private String signed(String user) {
        return signer.sign(fields(user));
    }

    private static Map<String, String> fields(String user) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("user", user);
        fields.put("auth_date", String.valueOf(NOW.getEpochSecond()));
        return fields;
    }

    private static InitDataValidator validatorFor(BotToken... bots) {
        return new InitDataValidator(
                new InitDataPolicy(
                        List.of(bots),
                        List.of(),
                        TelegramEnvironment.PRODUCTION,
                        Duration.ofDays(1)));
    }

    private void assertRefused(String initData, Instant now, Reason reason) {
        assertThatThrownBy(() -> validator.validate(initData, now))
                .isInstanceOfSatisfying(
                        InitDataException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
