package com.luckyfunatic.server.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.server.config.SettingsLoader;
import com.luckyfunatic.server.config.SettingsSources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private static final String HASH =
            "c501b71e775f74ce10e377dea85a7ea24ecd640b223ea86dfe453e0eaed2e2b2";

    private final Redactor redactor = Redactor.of(List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Authorization: Bearer abc.def-123~x|Authorization: Bearer ***",
                "authorization=[bearer abcdefgh]|authorization=[bearer ***]",
                "Authorization: Basic dXNlcjpwYXNz|Authorization: Basic ***",
                "tma query_id=AA&hash=12&user=%7B|tma ***",
                "token eyJhbGciOi.eyJzdWIi.c2ln was refused|token *** was refused",
                "bot 110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawx failed|bot *** failed",
                "https://api.test/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawx/x|https://api.test/bot***/x",
                "auth_date=1&hash=" + HASH + "&user=x|auth_date=1&hash=***&user=x",
                "{\"hash\":\"" + HASH + "\",\"a\":1}|{\"hash\":\"***\",\"a\":1}",
                "{\\\"initData\\\":\\\"abc\\\"}|{\\\"initData\\\":\\\"***\\\"}",
                "signature=AbC-1_2&x=1|signature=***&x=1",
                "X-Api-Key: k-1 and ?api_key=k2|X-Api-Key: *** and ?api_key=***",
                "jdbc:mysql://db/game?user=u&password=p1|jdbc:mysql://db/game?user=u&password=***",
                "redis://user:pa55@10.0.0.1:6379/0|redis://***@10.0.0.1:6379/0"
            })
    void what_looks_like_a_secret_is_masked(String line, String masked) {
        assertThat(redactor.redact(line)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lucky Funatic is ready: http://127.0.0.1:8080/ (mode dev)",
                "2026-11-22T15:00:00.123Z 12:34:56.789 WARN tokens are left: 17",
                "POST /cards/buy-card 200 1234 127.0.0.1 264905529753600000",
                "operation 0f8fad5b-d9cb-469f-a165-70867728950e",
                "at com.luckyfunatic.server.token.TokenVerifier.check(TokenVerifier.java:42)",
                "token_missing answered for GET /game",
                "catalog default:f2fd4bb7ba8a9a2a in force"
            })
    void ordinary_lines_stay_as_they_are(String line) {
        assertThat(redactor.redact(line)).isEqualTo(line);
    }

    @Test
    void configured_secrets_are_masked_wherever_they_stand() {
        String key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
        Redactor configured =
                Redactor.of(
                        SettingsLoader.load(
                                new SettingsSources(
                                        Map.of(),
                                        Map.of(
                                                "FUNATIC_MYSQL_PASSWORD", "cor\"rect\\horse",
                                                "FUNATIC_JWT_KEYS", "a:" + key,
                                                "LARAVEL_API_TOKEN", "one-token,another-token",
                                                "FUNATIC_REDIS_URL", "redis://10.1.1.1"),
                                        null)));

        assertThat(
                        configured.redact(
                                "denied for 'cor\"rect\\horse' or {\"x\":\"cor\\\"rect\\\\horse\"}"
                                        + " with "
                                        + key
                                        + " or another-token at redis://10.1.1.1"))
                .isEqualTo("denied for '***' or {\"x\":\"***\"} with *** or *** at ***");
    }

    @Test
    void a_long_line_without_secrets_costs_little_and_stays() {
        String line = "a:".repeat(200_000) + "hash".repeat(100_000) + " bearer".repeat(50_000);

        assertThat(redactor.redact(line)).hasSizeGreaterThan(1_000_000);
    }
}
