package com.luckyfunatic.server.login;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.luckyfunatic.server.config.ServerSecrets;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.SharedGameServer;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.server.telegram.InitDataSigner;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in over HTTP. */
@ExtendWith(SharedGameServer.class)
class LoginHttpTest {
    private static final AtomicLong LAST_ACCOUNT = new AtomicLong(500_000);

    private final GameServer server;
    private final long telegramId = LAST_ACCOUNT.incrementAndGet();

    LoginHttpTest(GameServer server) {
        this.server = server;
    }

    private String initData(Duration age) {
        return initData(age, Map.of());
    }

    private String initData(Duration age, Map<String, String> more) {
        ServerSecrets secrets = server.http().bean(ServerSecrets.class);
        Map<String, String> fields = new HashMap<>(more);
        fields.putIfAbsent(
                "user",
                "{\"id\":"
                        + telegramId
                        + ",\"first_name\":\"Ada\",\"username\":\"ada\",\"is_premium\":true,\"language_code\":\"de\",\"photo_url\":\"https://example.org/a.svg\"}");
        fields.put(
                "auth_date", Long.toString(server.clock().instant().minus(age).getEpochSecond()));
        return new InitDataSigner(Objects.requireNonNull(secrets.devBot())).sign(fields);
    }

    private HttpResponse<String> logIn(String initData) {
        return server.http()
                .post(
                        "/login",
                        JsonNodeFactory.instance.objectNode().put("initData", initData).toString());
    }

    @Test
    void the_first_login_starts_a_game_and_the_next_goes_on_with_it() {
        JsonNode first = TestPlayer.data(logIn(initData(Duration.ofMinutes(5))));
        JsonNode second = TestPlayer.data(logIn(initData(Duration.ZERO)));

        assertThat(first.get("isNew").booleanValue()).isTrue();
        assertThat(second.get("isNew").booleanValue()).isFalse();
        assertThat(second.get("player")).isEqualTo(first.get("player"));
        assertThat(second.get("token")).isNotEqualTo(first.get("token"));
        JsonNode player = first.get("player");
        assertThat(player.get("id").isTextual()).isTrue();
        assertThat(player.get("telegramId").longValue()).isEqualTo(telegramId);
        assertThat(player.get("firstName").textValue()).isEqualTo("Ada");
        assertThat(player.get("lastName").isNull()).isTrue();
        assertThat(player.get("username").textValue()).isEqualTo("ada");
        assertThat(player.get("languageCode").textValue()).isEqualTo("de");
        assertThat(player.get("premium").booleanValue()).isTrue();
        assertThat(player.get("photoUrl").textValue()).isEqualTo("https://example.org/a.svg");
        assertThat(player.get("rank").intValue()).isEqualTo(1);
        assertThat(Instant.parse(player.get("joinedAt").textValue()))
                .isEqualTo(server.clock().instant());
    }

    @Test
    void the_token_opens_the_game_for_three_days() {
        JsonNode login = TestPlayer.data(logIn(initData(Duration.ZERO)));
        Instant expires = Instant.parse(login.get("expiresAt").textValue());

        assertThat(expires)
                .isEqualTo(
                        server.clock()
                                .instant()
                                .plus(Duration.ofDays(3))
                                .truncatedTo(ChronoUnit.SECONDS));
        assertThat(game(login).statusCode()).isEqualTo(200);
        server.clock().set(expires.plusSeconds(60));
        HttpResponse<String> late = game(login);
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(code(late)).isEqualTo("token_expired");
    }

    private HttpResponse<String> game(JsonNode login) {
        return server.http()
                .get("/game", "Authorization", "Bearer " + login.get("token").textValue());
    }

    @Test
    void login_data_may_come_in_the_authorization_header() {
        HttpResponse<String> response =
                server.http().post("/login", "", "Authorization", "tma " + initData(Duration.ZERO));

        assertThat(TestPlayer.data(response).at("/player/telegramId").longValue())
                .isEqualTo(telegramId);
    }

    @Test
    void the_start_param_binds_to_who_invited() {
        TestPlayer referrer = server.newPlayer();

        TestPlayer.data(
                logIn(
                        initData(
                                Duration.ZERO,
                                Map.of("start_param", "ref_" + referrer.telegramId()))));
        server.settleFollowUps();

        assertThat(referrer.read("/user").get("friends").intValue()).isEqualTo(1);
    }

    @Test
    void refused_login_data_has_its_own_code() {
        String good = initData(Duration.ZERO);

        assertRefused(logIn(""), 400, "init_data_malformed");
        assertRefused(logIn("garbage"), 400, "init_data_malformed");
        assertRefused(logIn(good.replace("Ada", "Eve")), 401, "init_data_signature_invalid");
        assertRefused(logIn(initData(Duration.ofHours(25))), 401, "init_data_expired");
        assertRefused(logIn(initData(Duration.ofHours(-1))), 401, "init_data_from_future");
        assertRefused(logIn("x".repeat(5_000)), 400, "init_data_malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"initData\":null}", "{\"initData\":5}", "{\"initData\":[]}", ""})
    void missing_login_data_is_refused_by_name(String body) {
        HttpResponse<String> refused = server.http().post("/login", body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/errors/0/field").textValue()).isEqualTo("initData");
    }

    @Test
    void the_development_login_can_be_premium_and_invited() {
        TestPlayer referrer = server.newPlayer();

        JsonNode data =
                TestPlayer.data(
                        server.http()
                                .post(
                                        "/dev/login",
                                        "{\"telegramId\":"
                                                + telegramId
                                                + ",\"firstName\":\"A&d=a \\u00e9"
                                                + " \\\"x\\\"\",\"premium\":true,\"startParam\":\"ref_"
                                                + referrer.telegramId()
                                                + "\"}"));
        server.settleFollowUps();

        assertThat(data.at("/player/premium").booleanValue()).isTrue();
        assertThat(data.at("/player/firstName").textValue()).isEqualTo("A&d=a é \"x\"");
        assertThat(referrer.read("/user").get("friends").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"telegramId\":0,\"firstName\":\"Ada\"}",
                "{\"telegramId\":-1,\"firstName\":\"Ada\"}",
                "{\"telegramId\":4503599627370497,\"firstName\":\"Ada\"}",
                "{\"telegramId\":\"1001\",\"firstName\":\"Ada\"}",
                "{\"telegramId\":1001}",
                "{\"telegramId\":1001,\"firstName\":\"\"}",
                "{\"telegramId\":1001,\"firstName\":5}",
                "{\"telegramId\":1001,\"firstName\":\"Ada\",\"premium\":\"yes\"}",
                "{\"firstName\":\"Ada\"}"
            })
    void a_bad_development_login_is_refused(String body) {
        assertRefused(server.http().post("/dev/login", body), 400, "validation_failed");
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(code(response)).isEqualTo(code);
    }
}
