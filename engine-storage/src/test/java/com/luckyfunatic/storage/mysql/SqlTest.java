package com.luckyfunatic.storage.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTest {
    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @ParameterizedTest
    @CsvSource({"0,''", "1,'1'", "37,'32 4 1'", "64,'64'", "128,'64 64'", "200,'64 64 64 8'"})
    void rows_are_cut_into_few_sizes(int count, String sizes) {
        List<String> cut =
                Sql.runs(numbers(count)).stream().map(run -> String.valueOf(run.size())).toList();

        assertThat(String.join(" ", cut)).isEqualTo(sizes);
    }

    @ParameterizedTest
    @CsvSource({"0,''", "1,'1'", "3,'4'", "64,'64'", "65,'64 64'", "500,'64 64 64 64 64 64 64 64'"})
    void keys_are_filled_up_to_few_sizes(int count, String sizes) {
        List<String> cut =
                Sql.padded(numbers(count)).stream().map(run -> String.valueOf(run.size())).toList();

        assertThat(String.join(" ", cut)).isEqualTo(sizes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 63, 64, 65, 127, 128, 129, 1_000})
    void nothing_is_left_out_and_the_order_stays(int count) {
        List<Integer> all = numbers(count);

        assertThat(Sql.runs(all).stream().flatMap(List::stream)).isEqualTo(all);
        List<Integer> padded = Sql.padded(all).stream().flatMap(List::stream).toList();
        assertThat(padded).isSorted().startsWith(all.toArray(Integer[]::new));
        assertThat(new TreeSet<>(padded)).containsExactlyElementsOf(all);
    }
}
