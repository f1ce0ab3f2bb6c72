package com.luckyfunatic.server.hello;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.server.TestServer;
import com.luckyfunatic.server.token.SigningKey;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YardstickTest {
    @Test
    void in_dev_mode_it_is_there() {
        try (TestServer server = TestServer.start(Map.of())) {
            assertThat(server.get("/public/hello").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"'',404", "true,200"})
    void in_production_it_is_there_only_when_asked_for(String setting, int status) {
        Map<String, String> production =
                Map.of(
                        "FUNATIC_MODE",
                        "prod",
                        "FUNATIC_JWT_KEYS",
                        SigningKey.random("a").encoded(),
                        "FUNATIC_TELEGRAM_BOT_IDS",
                        "4711",
                        "FUNATIC_YARDSTICK",
                        setting);
        try (TestServer server = TestServer.start(production)) {
            assertThat(server.get("/public/hello").statusCode()).isEqualTo(status);
            assertThat(server.post("/public/hello", "{\"taps\":1}").statusCode()).isEqualTo(status);
        }
    }
}
