package com.luckyfunatic.server.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
    @ParameterizedTest
    @CsvSource({"kitten,sitting,3", "same,same,0", "'',abc,3", "abc,'',3", "ab,ba,2"})
    void the_distance_counts_edits(String from, String to, int distance) {
        assertThat(Suggestions.distance(from, to)).isEqualTo(distance);
    }

    @ParameterizedTest
    @CsvSource({"http-prot,; did you mean http-port?", "entirely-different,''", "x,''"})
    void only_near_names_are_suggested(String mistyped, String suggestion) {
        assertThat(Suggestions.didYouMean(mistyped, List.of("http-port", "mode")))
                .isEqualTo(suggestion);
    }
}
