package com.luckyfunatic.server.hello;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.luckyfunatic.server.TestServer;
import com.luckyfunatic.server.token.SigningKey;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YardstickTest {
    @Test
    void in_dev_mode_it_is_there() {
        try (TestServer server = TestServer.start(Map.of())) {
            assertThat(server.get("/public/hello").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void its_answer_has_as_many_rows_as_are_asked_for() {
        try (TestServer server = TestServer.start(Map.of())) {
            int[] sizes =
                    Stream.of("", ",\"rows\":9", ",\"rows\":10", ",\"rows\":11")
                            .mapToInt(rows -> size(server, rows))
                            .toArray();

            assertThat(sizes[0]).isEqualTo(sizes[1]);
            assertThat(sizes[2] - sizes[1]).isPositive().isLessThan(400);
            assertThat(sizes[3] - sizes[2]).isCloseTo(sizes[2] - sizes[1], within(3));
        }
    }

    private static int size(TestServer server, String rows) {
        return server.post("/public/hello", "{\"taps\":1" + rows + "}").body().length();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "33", "2147483648", "\"9\""})
    void it_answers_no_other_number_of_rows(String rows) {
        try (TestServer server = TestServer.start(Map.of())) {
            var refused = server.post("/public/hello", "{\"taps\":1,\"rows\":" + rows + "}");

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("rows");
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
