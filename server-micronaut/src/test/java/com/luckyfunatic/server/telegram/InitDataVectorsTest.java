package com.luckyfunatic.server.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published vector gives its published answer. */
class InitDataVectorsTest {
    static Stream<Arguments> vectors() throws IOException {
        return InitDataVectors.all()
                .map(vector -> Arguments.of(vector.get("name").textValue(), vector));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void a_vector_gives_its_answer(String name, JsonNode vector) {
        BotToken bot = BotToken.parse(vector.get("botToken").textValue());
        InitDataValidator validator =
                new InitDataValidator(
                        new InitDataPolicy(
                                List.of(bot),
                                List.of(),
                                TelegramEnvironment.PRODUCTION,
                                Duration.ofDays(1)));
        Instant clock = Instant.ofEpochSecond(vector.get("clockEpochSeconds").longValue());
        String initData = vector.get("initData").textValue();

        if (vector.get("valid").booleanValue()) {
            assertThat(validator.validate(initData, clock).botId()).isEqualTo(bot.botId());
        } else {
            InitDataException refusal =
                    catchThrowableOfType(
                            InitDataException.class, () -> validator.validate(initData, clock));
            assertThat("init_data_" + refusal.reason().name().toLowerCase(Locale.ROOT))
                    .isEqualTo(vector.get("code").textValue());
        }
    }
}
