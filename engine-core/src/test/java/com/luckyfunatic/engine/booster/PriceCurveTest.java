package com.luckyfunatic.engine.booster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.luckyfunatic.engine.booster.PriceCurve.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceCurveTest {
    @ParameterizedTest
    @CsvSource({
        "FREE, 0, 0, 0",
        "FREE, 0, 2147483647, 0",
        "FIXED, 7, 0, 7",
        "FIXED, 7, 2147483647, 7",
        "DOUBLING, 500, 0, 500",
        "DOUBLING, 500, 1, 1000",
        "DOUBLING, 500, 10, 512000",
        "DOUBLING, 1, 61, 2305843009213693952",
        "SQUARE, 10, 0, 10",
        "SQUARE, 10, 1, 40",
        "SQUARE, 10, 9, 1000",
        "SQUARE, 1, 2147483647, 4611686018427387904"
    })
    void price_after_n_uses(Kind kind, long base, int n, long price) {
        assertThat(new PriceCurve(kind, base).price(n)).isEqualTo(price);
    }

    @ParameterizedTest
    @CsvSource({
        "DOUBLING, 1, 62",
        "DOUBLING, 4, 61",
        "DOUBLING, 2, 2147483647",
        "SQUARE, 2, 2147483647"
    })
    void a_price_that_passes_63_bits_is_told(Kind kind, long base, int n) {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new PriceCurve(kind, base).price(n));
    }
}
