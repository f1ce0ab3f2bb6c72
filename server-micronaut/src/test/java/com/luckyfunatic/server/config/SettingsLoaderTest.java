package com.luckyfunatic.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsLoaderTest {
    private static final String GOOD_KEY =
            "k1:" + Base64.getEncoder().encodeToString(randomBytes(32));
    private static final String GOOD_BOT = "7000000001:AAF0tU5Dk2mQ8vWl3xYz9bCn6Er4Gh1Jp7s";

    @TempDir private Path directory;

    @Test
    void flags_win_over_environment_over_file_over_defaults() throws IOException {
        Path file = file("http-port: 1\nnode-id: 1\nrate-limit-ip: 1\n");

        Settings settings =
                SettingsLoader.load(
                        new SettingsSources(
                                Map.of("http-port", "3"),
                                Map.of("FUNATIC_HTTP_PORT", "2", "FUNATIC_NODE_ID", "2"),
                                file));

        assertThat(settings.get(ServerSettings.HTTP_PORT)).isEqualTo(3);
        assertThat(settings.get(ServerSettings.NODE_ID)).isEqualTo(2);
        assertThat(settings.get(ServerSettings.RATE_LIMIT_IP)).isEqualTo(1);
        assertThat(settings.get(ServerSettings.RATE_LIMIT_PLAYER)).isEqualTo(20);
        assertThat(settings.isGiven(ServerSettings.HTTP_PORT)).isTrue();
        assertThat(settings.isGiven(ServerSettings.RATE_LIMIT_PLAYER)).isFalse();
    }

    @Test
    void every_default_is_valid_in_both_modes() {
        for (Setting<?> setting : ServerSettings.ALL) {
            if (!setting.equals(ServerSettings.MODE)) {
                assertThat(setting.type().parse(setting.devDefault()))
                        .as(setting.name())
                        .isNotNull();
                assertThat(setting.type().parse(setting.prodDefault()))
                        .as(setting.name())
                        .isNotNull();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,DEV,true", "localhost,DEV,true", "::1,DEV,true"})
    void loopback_means_dev_mode_with_dev_login(String host, Mode mode, boolean devLogin) {
        Settings settings = environment(Map.of("FUNATIC_HTTP_HOST", host));

        assertThat(settings.mode()).isEqualTo(mode);
        assertThat(settings.get(ServerSettings.DEV_LOGIN)).isEqualTo(devLogin);
    }

    @Test
    void an_address_that_others_reach_means_prod_mode() {
        assertThat(problems(Map.of("FUNATIC_HTTP_HOST", "0.0.0.0")))
                .contains(
                        "mode=prod needs FUNATIC_JWT_KEYS: without it nobody could stay logged in");
    }

    @Test
    void dev_mode_on_an_address_that_others_reach_has_no_dev_login_unless_asked() {
        Map<String, String> reachable =
                Map.of("FUNATIC_HTTP_HOST", "0.0.0.0", "FUNATIC_MODE", "dev");
        Map<String, String> asked = new HashMap<>(reachable);
        asked.put("FUNATIC_DEV_LOGIN", "true");

        assertThat(environment(reachable).get(ServerSettings.DEV_LOGIN)).isFalse();
        assertThat(environment(asked).get(ServerSettings.DEV_LOGIN)).isTrue();
    }

    @Test
    void names_of_the_live_service_are_kept() {
        Settings settings =
                environment(
                        Map.of(
                                "LARAVEL_API_TOKEN", "one,two",
                                "ENABLE_BACKGROUND_WORKERS", "false",
                                "SENTRY_DSN", "https://key@errors.test/1"));

        assertThat(settings.get(ServerSettings.LARAVEL_API_TOKEN)).containsExactly("one", "two");
        assertThat(settings.get(ServerSettings.WORKERS)).isFalse();
        assertThat(settings.get(ServerSettings.SENTRY_DSN)).isEqualTo("https://key@errors.test/1");
    }

    @Test
    void two_keys_of_one_id_are_refused_in_every_mode() {
        String secret = Base64.getEncoder().encodeToString(new byte[32]);

        assertThat(
                        problems(
                                Map.of(
                                        "FUNATIC_JWT_KEYS",
                                        "a:%1$s,b:%1$s,a:%1$s,a:%1$s".formatted(secret))))
                .containsExactly(
                        "FUNATIC_JWT_KEYS: several keys have the id 'a'; give each an id of its"
                                + " own");
    }

    @Test
    void an_empty_variable_counts_as_not_given() {
        assertThat(environment(Map.of("FUNATIC_HTTP_PORT", "")).get(ServerSettings.HTTP_PORT))
                .isEqualTo(8080);
    }

    @Test
    void all_problems_are_reported_at_once_with_suggestions() throws IOException {
        Path file = file("htp-port: 1\ncors-origins: [nonsense]\nmode: {a: b}\n");
        SettingsException refusal =
                refusal(Map.of("FUNATIC_DATADIR", "x", "FUNATIC_HTTP_PORT", "99999"), file);

        assertThat(refusal.problems())
                .containsExactlyInAnyOrder(
                        "unknown setting 'htp-port' in " + file + "; did you mean http-port?",
                        file + ": 'mode' holds names of its own; expected a value or a list",
                        "unknown environment variable FUNATIC_DATADIR; did you mean"
                                + " FUNATIC_DATA_DIR?",
                        "FUNATIC_HTTP_PORT: '99999' is not valid; expected a whole number from 0 to"
                                + " 65535",
                        "cors-origins in "
                                + file
                                + ": 'nonsense' is not valid; expected a comma-separated list; each"
                                + " scheme://host or scheme://host:port without a path");
    }

    @Test
    void variables_of_others_are_left_alone_and_every_one_of_ours_must_be_known() {
        assertThat(environment(Map.of("FUNATIC_CONFIG", "", "PATH", "/bin"))).isNotNull();
        assertThat(
                        environment(
                                Map.of(
                                        "FUNATIC_SERVER", "http://localhost:8080",
                                        "FUNATIC_OPERATOR", "ada")))
                .isNotNull();
        assertThat(
                        problems(
                                Map.of(
                                        "FUNATIC_CONFIG_FILE", "/etc/prod.yml",
                                        "FUNATIC_JAVA_OPTS", "-Xmx1g",
                                        "FUNATIC_WORKER_THREADS", "4")))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("unknown environment variable FUNATIC_CONFIG_FILE");
    }

    @ParameterizedTest
    @CsvSource({
        "FUNATIC_MODE,production",
        "FUNATIC_WORKERS,yes",
        "FUNATIC_SHUTDOWN_GRACE,10",
        "FUNATIC_SHUTDOWN_GRACE,10 s",
        "FUNATIC_SHUTDOWN_GRACE,11m",
        "FUNATIC_HTTP_PORT,1e3",
        "FUNATIC_HTTP_PORT,-1",
        "FUNATIC_TRUSTED_PROXIES,10.0.0.0/33",
        "FUNATIC_TRUSTED_PROXIES,example.test",
        "FUNATIC_CORS_ORIGINS,https://a.test/path",
        "FUNATIC_TELEGRAM_BOT_IDS,12:34",
        "FUNATIC_STORAGE,redis",
        "FUNATIC_TELEGRAM_API_URL,ftp://telegram.test",
        "FUNATIC_TELEGRAM_API_URL,*",
        "FUNATIC_TELEGRAM_API_URL,https://telegram.test/bot",
        "FUNATIC_TELEGRAM_API_URL,https://telegram.test#x",
        "FUNATIC_TON_DOMAINS,https://play.test",
        "FUNATIC_TON_DOMAINS,Play.test",
        "FUNATIC_TON_NETWORK,-239",
        "FUNATIC_TON_PROOF_MAX_AGE,25h",
        "FUNATIC_LOG_SHIP_TO,collector:abc",
        "FUNATIC_LOG_SHIP_TO,collector",
        "FUNATIC_LOG_SHIP_TO,collector:70000",
        "FUNATIC_LOG_SHIP_TO,:4560",
        "FUNATIC_LOG_SHIP_TO,collector:4560/path",
        "FUNATIC_TELEGRAM_APP,t.me/funatic_bot/play",
        "FUNATIC_TELEGRAM_APP,http://t.me/funatic_bot/play",
        "FUNATIC_TELEGRAM_APP,https://t.me/funatic_bot?startapp=1",
        "FUNATIC_TELEGRAM_APP,https://t.me/\"><script>"
    })
    void an_invalid_value_names_variable_value_and_expectation(String variable, String value) {
        assertThat(problems(Map.of(variable, value)))
                .singleElement()
                .asString()
                .startsWith(variable + ": '" + value + "' is not valid; expected ");
    }

    @ParameterizedTest
    @CsvSource({
        "FUNATIC_JWT_KEYS,k1:c2hvcnQtYnV0LXByaXZhdGU=",
        "FUNATIC_JWT_KEYS,nocolon-private",
        "FUNATIC_TELEGRAM_BOT_TOKENS,private",
        "SENTRY_DSN,private@errors.test/1",
        "SENTRY_DSN,https://errors.test/1-private",
        "SENTRY_DSN,https://private@errors.test",
        "SENTRY_DSN,private"
    })
    void an_invalid_secret_is_not_repeated(String variable, String value) {
        assertThat(problems(Map.of(variable, value)))
                .singleElement()
                .asString()
                .startsWith(variable + ": its value is not valid; expected ")
                .doesNotContain(value);
    }

    @Test
    void values_are_read_in_their_units() {
        Settings settings =
                environment(
                        Map.of(
                                "FUNATIC_SHUTDOWN_GRACE", "1500ms",
                                "FUNATIC_INIT_DATA_MAX_AGE", "2h",
                                "FUNATIC_PLAYER_TOKEN_LIFETIME", "7d",
                                "FUNATIC_SHUTDOWN_DELAY", "5m",
                                "FUNATIC_TRUSTED_PROXIES", "10.0.0.0/8, ::1",
                                "FUNATIC_DURABILITY", "ALWAYS"));

        assertThat(settings.get(ServerSettings.SHUTDOWN_GRACE)).isEqualTo(Duration.ofMillis(1500));
        assertThat(settings.get(ServerSettings.INIT_DATA_MAX_AGE)).isEqualTo(Duration.ofHours(2));
        assertThat(settings.get(ServerSettings.PLAYER_TOKEN_LIFETIME))
                .isEqualTo(Duration.ofDays(7));
        assertThat(settings.get(ServerSettings.SHUTDOWN_DELAY)).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.get(ServerSettings.TRUSTED_PROXIES)).hasToString("[10.0.0.0/8, ::1]");
        assertThat(settings.get(ServerSettings.DURABILITY))
                .isEqualTo(ServerSettings.Durability.ALWAYS);
    }

    @Test
    void production_accepts_real_secrets() {
        Settings settings = environment(production());

        assertThat(settings.production()).isTrue();
        assertThat(settings.get(ServerSettings.DEV_LOGIN)).isFalse();
        assertThat(settings.get(ServerSettings.LOG_FORMAT))
                .isEqualTo(ServerSettings.LogFormat.JSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FUNATIC_JWT_KEYS||mode=prod needs FUNATIC_JWT_KEYS",
                "FUNATIC_JWT_KEYS|k:cGxlYXNlQ2hhbmdlVGhpc1NlY3JldEZvckFOZXdPbmUtMDEyMzQ1|FUNATIC_JWT_KEYS:"
                    + " a key looks like an example",
                "FUNATIC_JWT_KEYS|k:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=|FUNATIC_JWT_KEYS:"
                        + " a key looks like an example",
                "FUNATIC_JWT_KEYS|k:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=|FUNATIC_JWT_KEYS:"
                        + " a key looks like an example",
                // 0123456789abcdef0123456789ABCDEF, all bytes of a poem's line, 0 to 31
                "FUNATIC_JWT_KEYS|k:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlBQkNERUY=|FUNATIC_JWT_KEYS:"
                        + " a key looks like an example",
                "FUNATIC_JWT_KEYS|k:dGhlIG1vcm5pbmcgZG93biB0aGUgcml2ZXIgbG9va3MgbGlrZSBuaWdodA==|FUNATIC_JWT_KEYS:"
                    + " a key looks like an example",
                "FUNATIC_JWT_KEYS|k:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=|FUNATIC_JWT_KEYS:"
                        + " a key looks like an example",
                "FUNATIC_TELEGRAM_BOT_TOKENS||mode=prod needs FUNATIC_TELEGRAM_BOT_TOKENS",
                "FUNATIC_TELEGRAM_BOT_TOKENS|42:TEST|FUNATIC_TELEGRAM_BOT_TOKENS: a token looks"
                        + " like an example",
                "FUNATIC_TELEGRAM_BOT_TOKENS|123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11|FUNATIC_TELEGRAM_BOT_TOKENS:"
                    + " a token looks like an example",
                "FUNATIC_DEV_LOGIN|true|mode=prod refuses dev-login",
                "FUNATIC_DEV_SERVERS|true|mode=prod refuses dev-servers",
                "FUNATIC_CORS_ORIGINS|*|mode=prod refuses cors-origins=*",
                "FUNATIC_RATE_LIMITS|false|mode=prod refuses rate-limits=false",
                "FUNATIC_TELEGRAM_API_URL|http://telegram.test|mode=prod refuses"
                        + " telegram-api-url=http://telegram.test",
                "FUNATIC_FRAME_ANCESTORS|*|mode=prod refuses frame-ancestors=*",
                "FUNATIC_TRUSTED_PROXIES|0.0.0.0/0|mode=prod refuses trusted-proxies=0.0.0.0/0",
                "FUNATIC_TRUSTED_PROXIES|10.0.0.0/8,128.0.0.0/1|mode=prod refuses"
                        + " trusted-proxies=128.0.0.0/1",
                "FUNATIC_TRUSTED_PROXIES|fc00::/7,::/0|mode=prod refuses trusted-proxies=::/0",
                "LARAVEL_API_TOKEN|change-me-change-me-and-do-it-before-going-live|LARAVEL_API_TOKEN:"
                    + " a token looks like an example",
                "LARAVEL_API_TOKEN|1234567890123456789012345678901234|LARAVEL_API_TOKEN: a token"
                        + " looks like an example",
                "LARAVEL_API_TOKEN|short|LARAVEL_API_TOKEN: a token is shorter than 32 characters",
                "TELEGRAM_WEBHOOK_SECRET|short|TELEGRAM_WEBHOOK_SECRET: a secret is shorter than 32"
                        + " characters",
                "TELEGRAM_WEBHOOK_SECRET|1234567890123456789012345678901234|TELEGRAM_WEBHOOK_SECRET:"
                    + " a secret looks like an example",
                "FUNATIC_PPC_API_KEYS|change-me-and-do-it-before-going-live|FUNATIC_PPC_API_KEYS: a"
                        + " key looks like an example",
                "FUNATIC_MINIGAME_KEYS|star_catcher:example-key-of-the-star-catcher-00|FUNATIC_MINIGAME_KEYS:"
                    + " a key looks like an example",
                "FUNATIC_PLATFORM_URL|https://platform.test/api|platform-url needs"
                        + " FUNATIC_PLATFORM_SECRET",
                "FUNATIC_STORAGE|distributed|storage=distributed needs FUNATIC_MYSQL_URL"
            })
    void production_refuses_what_is_unsafe_and_says_why(
            String variable, @Nullable String value, String reason) {
        Map<String, String> environment = production();
        environment.put(variable, value == null ? "" : value);

        assertThat(problems(environment)).singleElement().asString().startsWith(reason);
    }

    @Test
    void production_accepts_random_tokens_and_the_networks_of_proxies() {
        Map<String, String> environment = production();
        environment.put(
                "LARAVEL_API_TOKEN",
                HexFormat.of().formatHex(randomBytes(16))
                        + ","
                        + Base64.getEncoder().encodeToString(randomBytes(32)));
        environment.put("FUNATIC_TRUSTED_PROXIES", "10.0.0.0/8,fc00::/7,203.0.113.9");
        environment.put("FUNATIC_LOG_SHIP_TO", "[::1]:4560");
        environment.put("FUNATIC_TELEGRAM_APP", "https://t.me/funatic_bot/play");
        environment.put("SENTRY_DSN", "https://key@errors.test/prefix/1");

        assertThat(environment(environment).get(ServerSettings.TRUSTED_PROXIES)).hasSize(3);
    }

    @Test
    void third_party_bots_are_enough_in_production() {
        Map<String, String> environment = production();
        environment.remove("FUNATIC_TELEGRAM_BOT_TOKENS");
        environment.put("FUNATIC_TELEGRAM_BOT_IDS", "7000000001");

        assertThat(environment(environment).get(ServerSettings.TELEGRAM_BOT_IDS))
                .containsExactly(7_000_000_001L);
    }

    @Test
    void a_file_that_is_not_a_mapping_or_not_yaml_or_not_there_is_refused() throws IOException {
        assertThat(refusal(Map.of(), file("just text")).problems())
                .singleElement()
                .asString()
                .contains("name: value");
        assertThat(refusal(Map.of(), file("a: [")).problems())
                .singleElement()
                .asString()
                .contains("not valid YAML");
        assertThat(refusal(Map.of(), file("node-id: 1\nnode-id: 2")).problems())
                .singleElement()
                .asString()
                .contains("not valid YAML");
        assertThat(refusal(Map.of(), directory.resolve("absent.yml")).problems())
                .singleElement()
                .asString()
                .startsWith("cannot read the configuration file");
        assertThat(SettingsLoader.load(new SettingsSources(Map.of(), Map.of(), file(""))))
                .isNotNull();
    }

    private static Map<String, String> production() {
        return new HashMap<>(
                Map.of(
                        "FUNATIC_MODE", "prod",
                        "FUNATIC_JWT_KEYS", GOOD_KEY,
                        "FUNATIC_TELEGRAM_BOT_TOKENS", GOOD_BOT));
    }

    private static byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "funatic", ".yml"), content);
    }

    private static Settings environment(Map<String, String> environment) {
        return SettingsLoader.load(new SettingsSources(Map.of(), environment, null));
    }

    private static List<String> problems(Map<String, String> environment) {
        return refusal(environment, null).problems();
    }

    private static SettingsException refusal(Map<String, String> environment, @Nullable Path file) {
        return catchThrowableOfType(
                SettingsException.class,
                () -> SettingsLoader.load(new SettingsSources(Map.of(), environment, file)));
    }
}
