package com.luckyfunatic.server.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MillisecondInstantsTest {
    private static final DateTimeFormatter EXPECTED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T15:00:00Z, 2026-11-22T15:00:00.000Z",
        "2026-11-22T15:00:00.1Z, 2026-11-22T15:00:00.100Z",
        "2026-11-22T15:00:00.123999999Z, 2026-11-22T15:00:00.123Z",
        "2024-02-29T23:59:59.999Z, 2024-02-29T23:59:59.999Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00.000Z",
        "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00.000Z",
        "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z"
    })
    void a_moment_has_three_digits_of_milliseconds(Instant instant, String text) {
        assertThat(MillisecondInstants.format(instant)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01T00:00:00Z", "-0001-12-31T23:59:59.999Z"})
    void a_year_of_more_digits_is_written_as_java_does(String text) {
        assertThat(MillisecondInstants.format(Instant.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void any_moment_is_written_as_a_formatter_would(long seed) {
        RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
        for (int i = 0; i < 10_000; i++) {
            Instant instant =
                    Instant.ofEpochMilli(
                            random.nextLong(-62_167_219_200_000L, 253_402_300_800_000L));
            assertThat(MillisecondInstants.format(instant)).isEqualTo(EXPECTED.format(instant));
        }
    }

    @Test
    void the_mapper_writes_moments_this_way() throws JsonProcessingException {
        assertThat(StrictJson.mapper().writeValueAsString(Instant.EPOCH))
                .isEqualTo("\"1970-01-01T00:00:00.000Z\"");
    }
}
