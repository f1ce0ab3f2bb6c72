package com.luckyfunatic.engine.amount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {
    @Test
    void the_largest_amount_is_the_last_whole_number_a_double_tells_from_its_neighbours() {
        assertThat(Amounts.MAX).isEqualTo(9_007_199_254_740_991L);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, Amounts.MAX})
    void an_amount_is_0_to_the_largest(long amount) {
        assertThat(Amounts.require("price", amount)).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, Amounts.MAX + 1, Long.MAX_VALUE})
    void anything_else_is_no_amount(long amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Amounts.require("price", amount))
                .withMessage("price must be 0 to 9007199254740991, was " + amount);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, 5",
        "9007199254740990, 1, 1",
        "9007199254740990, 2, 1",
        "9007199254740991, 2, 0",
        "9007199254740991, 9223372036854775807, 0",
        "0, 9223372036854775807, 9007199254740991"
    })
    void a_credit_is_cut_at_the_cap(long balance, long credit, long creditable) {
        assertThat(Amounts.creditable(balance, credit)).isEqualTo(creditable);
    }

    @ParameterizedTest
    @CsvSource({
        "5, -5, 0",
        "0, 9007199254740991, 9007199254740991",
        "9007199254740991, -1, 9007199254740990"
    })
    void a_change_stays_in_range(long balance, long delta, long after) {
        assertThat(Amounts.apply(balance, delta)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        "5, -6",
        "9007199254740991, 1",
        "9007199254740991, 9223372036854775807",
        "0, -9223372036854775808"
    })
    void a_change_out_of_range_is_a_broken_rule(long balance, long delta) {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Amounts.apply(balance, delta));
    }

    @ParameterizedTest
    @CsvSource({"100, 10000, 100", "3, 15000, 4", "1, 9999, 0", "7, 0, 0", "2, 500000, 100"})
    void basis_points_are_floored(long value, long bps, long product) {
        assertThat(BasisPoints.apply(value, bps)).isEqualTo(product);
    }

    @Test
    void a_product_that_passes_63_bits_is_told() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> BasisPoints.apply(Amounts.MAX, 10_000));
    }

    @ParameterizedTest
    @CsvSource({
        "15000, 20000, 500000, 30000",
        "15001, 15001, 500000, 22503",
        "100000, 60000, 500000, 500000"
    })
    void multipliers_multiply_up_to_the_cap(long bps, long other, long cap, long product) {
        assertThat(BasisPoints.multiply(bps, other, cap)).isEqualTo(product);
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00.000Z, 0, 1970-01-02T00:00:00Z",
        "1970-01-01T23:59:59.999Z, 0, 1970-01-02T00:00:00Z",
        "1970-01-02T00:00:00.000Z, 1, 1970-01-03T00:00:00Z",
        "1969-12-31T23:59:59.999Z, -1, 1970-01-01T00:00:00Z",
        "2026-03-01T12:00:00.000Z, 20513, 2026-03-02T00:00:00Z"
    })
    void days_are_those_of_utc(Instant moment, long epochDay, Instant midnight) {
        assertThat(Days.epochDay(moment.toEpochMilli())).isEqualTo(epochDay);
        assertThat(Days.nextMidnight(moment.toEpochMilli())).isEqualTo(midnight.toEpochMilli());
    }
}
