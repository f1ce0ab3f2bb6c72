package com.luckyfunatic.engine.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.TestCatalog;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardCurvesTest {
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    @ParameterizedTest
    @CsvSource({
        "1000, 1, 1000",
        "1000, 2, 1103",
        "1000, 3, 1276",
        "1000, 14, 159841",
        "2000, 1, 2000",
        "2000, 14, 319681",
        "1, 1, 1"
    })
    void prices_known_from_the_genre(long base, int level, long price) {
        assertThat(CardCurves.price(base, level)).isEqualTo(price);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 1, 100",
        "100, 2, 207",
        "100, 3, 321",
        "100, 13, 2014",
        "100, 14, 2255",
        "240, 1, 240",
        "240, 14, 5412",
        "0, 14, 0"
    })
    void incomes_known_from_the_genre(long base, int level, long income) {
        assertThat(CardCurves.incomePerHour(base, level)).isEqualTo(income);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 250, 1_000, 99_999})
    void prices_are_rounded_half_up_from_the_exact_fraction(long base) {
        for (int level = 1; level <= 25; level++) {
            int exponent = level * (level + 1) / 2 - 1;
            assertThat(CardCurves.price(base, level))
                    .as("level %s", level)
                    .isEqualTo(
                            rounded(
                                    BigInteger.valueOf(base)
                                            .multiply(BigInteger.valueOf(105).pow(exponent)),
                                    HUNDRED.pow(exponent)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 240, 1_000, 99_999})
    void incomes_are_the_rounded_sum_of_what_each_level_adds(long base) {
        BigInteger sum = BigInteger.ZERO;
        BigInteger added = BigInteger.valueOf(base).multiply(HUNDRED.pow(25));
        for (int level = 1; level <= 25; level++) {
            sum = sum.add(added);
            added = added.multiply(BigInteger.valueOf(107)).divide(HUNDRED);
            assertThat(CardCurves.incomePerHour(base, level))
                    .as("level %s", level)
                    .isEqualTo(rounded(sum, HUNDRED.pow(25)));
        }
    }

    private static long rounded(BigInteger numerator, BigInteger denominator) {
        return numerator
                .multiply(BigInteger.TWO)
                .add(denominator)
                .divide(denominator.multiply(BigInteger.TWO))
                .longValueExact();
    }

    @Test
    void a_price_that_passes_63_bits_is_told() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> CardCurves.price(1_000_000_000, 40));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> CardCurves.incomePerHour(1_000_000_000, 500));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> CardCurves.price(1, 50_000));
    }

    @Test
    void explicit_rows_replace_the_curves() {
        Catalog catalog = TestCatalog.catalog();

        assertThat(catalog.cardLevels(TestCatalog.ROBOT))
                .containsExactly(new CardLevel(5, 50), new CardLevel(7, 120));
        assertThat(catalog.cardLevels(TestCatalog.MINER))
                .hasSize(15)
                .startsWith(new CardLevel(1_000, 100), new CardLevel(1_103, 207));
    }
}
