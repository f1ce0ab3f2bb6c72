package com.luckyfunatic.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.server.error.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageLimitTest {
    @ParameterizedTest
    @CsvSource({",20", "1,1", "100,100", "007,7"})
    void a_number_from_1_to_100_is_taken_and_20_where_none_is_given(
            @Nullable String limit, int expected) {
        assertThat(PageLimit.parse(limit)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "101", "1.5", "1e1", "ten", "99999999999", " 1", "+1"})
    void anything_else_is_refused(String limit) {
        assertThatThrownBy(() -> PageLimit.parse(limit))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'limit' must be a whole number from 1 to 100");
    }
}
