package com.luckyfunatic.server.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.server.telegram.InitDataException.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Login data of a bot whose token we do not have, signed by Telegram itself. */
class ThirdPartyValidationTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final long BOT = 123_456;
    private static final String HASH = "0".repeat(64);
    private static final String USER = "{\"id\":42,\"first_name\":\"Zoë + & =\"}";

    private final KeyPair telegram = ed25519();
    private final InitDataValidator validator =
            new InitDataValidator(
                    policy(TelegramEnvironment.PRODUCTION, 9L, BOT), telegram.getPublic());

    @Test
    void telegrams_documented_example_is_accepted_with_the_production_key_only() {
        String example =
                "user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22Vladislav%20%2B%20-%20%3F%20%5C%2F%22%2C"
                    + "%22last_name%22%3A%22Kibenko%22%2C%22username%22%3A%22vdkfrost%22%2C%22language_code%22"
                    + "%3A%22ru%22%2C%22is_premium%22%3Atrue%2C%22allows_write_to_pm%22%3Atrue%2C%22photo_url"
                    + "%22%3A%22https%3A%5C%2F%5C%2Ft.me%5C%2Fi%5C%2Fuserpic%5C%2F320%5C%2F4FPEE4tmP3ATHa57u6"
                    + "MqTDih13LTOiMoKoLDRG4PnSA.svg%22%7D&chat_instance=8134722200314281151&chat_type=private"
                    + "&auth_date=1733584787&signature=zL-ucjNyREiHDE8aihFwpfR9aggP2xiAo3NSpfe-p7IbCisNlDKlo7Kb"
                    + "6G4D0Ao2mBrSgEk4maLSdv6MLIlADQ"
                    + "&hash=2174df5b000556d044f3f020384e879c8efcab55ddea2ced4eb752e93e7080d6";
        Instant then = Instant.ofEpochSecond(1_733_584_787);
        long bot = 7_342_037_359L;

        assertThat(
                        new InitDataValidator(policy(TelegramEnvironment.PRODUCTION, bot))
                                .validate(example, then)
                                .botId())
                .isEqualTo(bot);
        assertRefused(new InitDataValidator(policy(TelegramEnvironment.TEST, bot)), example, then);
        assertRefused(
                new InitDataValidator(policy(TelegramEnvironment.PRODUCTION, bot + 1)),
                example,
                then);
    }

    @Test
    void a_signature_for_one_of_several_bots_is_accepted() {
        assertThat(validator.validate(signed(BOT), NOW).botId()).isEqualTo(BOT);
    }

    @Test
    void a_signature_for_an_unknown_bot_is_refused() {
        assertRefused(validator, signed(77), NOW);
    }

    @Test
    void a_changed_field_is_refused() {
        assertRefused(validator, signed(BOT).replace("42", "43"), NOW);
    }

    @Test
    void age_counts_here_too() {
        assertThatThrownBy(() -> validator.validate(signed(BOT), NOW.plus(Duration.ofDays(2))))
                .isInstanceOfSatisfying(
                        InitDataException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.EXPIRED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "!!!!", "AAAA_-bbb", "zL+ucjNyREiHDE8aihFwpfR9"})
    void a_broken_signature_is_refused(String signature) {
        String initData = signed(BOT);
        String broken = initData.replaceFirst("signature=[^&]*", "signature=" + signature);

        assertRefused(validator, broken, NOW);
    }

    @Test
    void a_login_without_signature_is_refused() {
        assertRefused(validator, signed(BOT).replaceFirst("&signature=[^&]*", ""), NOW);
    }

    private String signed(long botId) {
        String fields = "auth_date=" + NOW.getEpochSecond() + "\nuser=" + USER;
        return "user="
                + URLEncoder.encode(USER, StandardCharsets.UTF_8)
                + "&auth_date="
                + NOW.getEpochSecond()
                + "&signature="
                + sign(botId + ":WebAppData\n" + fields)
                + "&hash="
                + HASH;
    }

    private String sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(telegram.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair ed25519() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static InitDataPolicy policy(TelegramEnvironment environment, Long... botIds) {
        return new InitDataPolicy(List.of(), List.of(botIds), environment, Duration.ofDays(1));
    }

    private static void assertRefused(InitDataValidator validator, String initData, Instant now) {
        assertThatThrownBy(() -> validator.validate(initData, now))
                .isInstanceOfSatisfying(
                        InitDataException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.SIGNATURE_INVALID));
    }
}
