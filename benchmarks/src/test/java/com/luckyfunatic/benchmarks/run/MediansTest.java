package com.luckyfunatic.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MediansTest {
    @Test
    void the_median_is_the_middle_value_or_the_mean_of_the_two_in_the_middle() {
        assertThat(Medians.of(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Medians.of(List.of(9.0, 1.0, 2.0, 4.0))).isEqualTo(3);
    }

    @Test
    void nothing_has_no_median() {
        assertThatThrownBy(() -> Medians.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
