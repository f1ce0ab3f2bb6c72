package com.luckyfunatic.server.login;

import static com.luckyfunatic.server.TestServer.code;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.server.TestServer;
import com.luckyfunatic.server.token.SigningKey;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Servers on which nobody logs in without Telegram. */
class DevLoginOffTest {
    private static final String ANYONE = "{\"telegramId\":1001,\"firstName\":\"Ada\"}";

    @Test
    void a_server_in_production_does_not_have_the_route() {
        Map<String, String> production =
                Map.of(
                        "FUNATIC_MODE",
                        "prod",
                        "FUNATIC_JWT_KEYS",
                        SigningKey.random("k1").encoded(),
                        "FUNATIC_TELEGRAM_BOT_TOKENS",
                        "123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1");
        assertAbsent(production);
    }

    @Test
    void a_server_that_is_told_so_does_not_have_the_route() {
        assertAbsent(Map.of("FUNATIC_DEV_LOGIN", "false"));
    }

    private static void assertAbsent(Map<String, String> environment) {
        try (TestServer server = TestServer.start(environment)) {
            HttpResponse<String> response = server.post("/dev/login", ANYONE);

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(code(response)).isEqualTo("not_found");
            assertThat(server.post("/login", "{\"initData\":\"x\"}").statusCode()).isEqualTo(400);
        }
    }
}
