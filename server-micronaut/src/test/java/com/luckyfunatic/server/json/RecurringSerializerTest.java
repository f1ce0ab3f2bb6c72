package com.luckyfunatic.server.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecurringSerializerTest {
    private final JsonMapper json = StrictJson.mapper();

    /** Is written as how often it was asked. */
    private static final class Counter {
        private int reads;

        @JsonValue
        int next() {
            return ++reads;
        }
    }

    private record Counted(Counter counter, boolean recurs) implements Recurring {}

    private record Counters(int number, List<Counter> list, String text) {}

    private record Booster(String name, long price, @Nullable Instant until, boolean recurs)
            implements Recurring {}

    private record Flat(int accepted, @JsonUnwrapped Booster booster) {}

    private record Answer(int accepted, List<Booster> boosters, Booster best) {}

    @Test
    void a_recurring_value_is_read_once_and_others_each_time() throws JsonProcessingException {
        Counted resting = new Counted(new Counter(), true);
        Counted changing = new Counted(new Counter(), false);

        for (int i = 1; i <= 3; i++) {
            assertThat(json.writeValueAsString(resting)).startsWith("{\"counter\":1,");
            assertThat(json.writeValueAsString(changing)).startsWith("{\"counter\":" + i + ",");
        }
    }

    @Test
    void it_stands_where_it_belongs_with_its_own_values() throws Exception {
        Booster odd = new Booster("é \"turbo\" \u2028 \uD83D\uDE80 \\", -1, null, true);
        Booster other = new Booster("turbo", Long.MAX_VALUE, Instant.EPOCH, true);
        Answer answer = new Answer(5, List.of(odd, other, odd), other);
        String expected =
                """
                {"accepted":5,"boosters":[%1$s,%2$s,%1$s],"best":%2$s}\
                """
                        .formatted(
                                "{\"name\":\"é \\\"turbo\\\" \u2028 \uD83D\uDE80"
                                        + " \\\\\",\"price\":-1,\"until\":null,\"recurs\":true}",
                                "{\"name\":\"turbo\",\"price\":9223372036854775807,"
                                    + "\"until\":\"1970-01-01T00:00:00.000Z\",\"recurs\":true}");

        for (int i = 0; i < 2; i++) {
            assertThat(json.writeValueAsString(answer)).isEqualTo(expected);
            assertThat(new String(json.writeValueAsBytes(answer), StandardCharsets.UTF_8))
                    .isEqualTo(expected);
        }
    }

    @Test
    void a_recurring_list_is_read_once_as_a_whole() throws JsonProcessingException {
        Counters counters =
                new Counters(
                        5, new RecurringList<>(List.of(new Counter(), new Counter())), "after");
        Counters same = new Counters(6, counters.list(), "it");
        Counters others = new Counters(7, new RecurringList<>(List.of(new Counter())), "\"");

        for (int i = 1; i <= 3; i++) {
            assertThat(json.writeValueAsString(counters))
                    .isEqualTo("{\"number\":5,\"list\":[1,1],\"text\":\"after\"}");
            assertThat(new String(json.writeValueAsBytes(same), StandardCharsets.UTF_8))
                    .isEqualTo("{\"number\":6,\"list\":[1,1],\"text\":\"it\"}");
            assertThat(json.writeValueAsString(others))
                    .isEqualTo("{\"number\":7,\"list\":[1],\"text\":\"\\\"\"}");
        }
    }

    @Test
    void a_recurring_list_is_a_list_like_another() {
        List<Integer> plain = List.of(3, 1, 2);
        List<Integer> recurring = new RecurringList<>(plain);

        assertThat(recurring).isEqualTo(plain).hasSameHashCodeAs(plain).containsExactly(3, 1, 2);
        assertThat(plain).isEqualTo(recurring);
        assertThat(recurring).isNotEqualTo(List.of(3, 1)).isNotEqualTo(List.of(1, 2, 3));
    }

    @Test
    void it_can_be_unwrapped() throws JsonProcessingException {
        Flat flat = new Flat(5, new Booster("turbo", 7, null, true));

        assertThat(json.writeValueAsString(flat))
                .isEqualTo(
                        "{\"accepted\":5,\"name\":\"turbo\",\"price\":7,\"until\":null,\"recurs\":true}");
    }

    @Test
    void more_values_than_are_remembered_are_written_too() throws JsonProcessingException {
        List<Booster> many =
                IntStream.range(0, 3_000).mapToObj(i -> new Booster("b", i, null, true)).toList();

        assertThat(json.writeValueAsString(many)).contains("\"price\":0,", "\"price\":2999,");
        assertThat(json.writeValueAsString(many.getFirst()))
                .isEqualTo("{\"name\":\"b\",\"price\":0,\"until\":null,\"recurs\":true}");
    }
}
