package com.luckyfunatic.storage.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.storage.check.Finding.Weight;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockSkewTest {
    private static final long BEFORE = 1_000_000;
    private static final long AFTER = BEFORE + 500;

    private static Optional<Finding> judge(long databaseMillis) {
        return ClockSkew.judge("redis", "this machine's", databaseMillis, BEFORE, AFTER);
    }

    @ParameterizedTest
    @CsvSource({
        "-60001, UNSAFE, 60001 ms behind",
        "-60000, DOUBT,  60000 ms behind",
        "-1001,  DOUBT,  1001 ms behind",
        "1501,   DOUBT,  1001 ms ahead of",
        "60500,  DOUBT,  60000 ms ahead of",
        "60501,  UNSAFE, 60001 ms ahead of"
    })
    void a_second_is_doubted_and_a_minute_is_unsafe(long offset, Weight weight, String text) {
        assertThat(judge(BEFORE + offset))
                .hasValueSatisfying(finding -> {
                    assertThat(finding.weight()).isEqualTo(weight);
                    assertThat(finding).asString().startsWith("redis: its clock is " + text);
                });
    }

    @ParameterizedTest
    @CsvSource({"-1000", "0", "250", "500", "1500"})
    void the_time_that_asking_took_does_not_count(long offset) {
        assertThat(judge(BEFORE + offset)).isEmpty();
    }

    @Test
    void a_finding_says_what_it_is_about() {
        assertThat(new Finding("mysql", Weight.NOTE, "it is there"))
                .hasToString("mysql: it is there");
    }
}
