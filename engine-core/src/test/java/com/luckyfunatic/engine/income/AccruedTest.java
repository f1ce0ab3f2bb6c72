package com.luckyfunatic.engine.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.amount.Amounts;
import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccruedTest {
    private static final long YEAR = Duration.ofDays(365).toMillis();
    private static final Accrued NOTHING = new Accrued(0, 0);

    @ParameterizedTest
    @CsvSource({"66000, 1", "66000, 5400000", "9999, 1", "10001, 3", "0, 1000", "1, 9999"})
    void is_the_exact_product_of_rate_and_time(long perHourBps, long millis) {
        Accrued accrued = NOTHING.plus(perHourBps, millis);

        assertThat(accrued.whole() * 10_000 + accrued.parts()).isEqualTo(perHourBps * millis);
    }

    @Test
    void parts_carry_over() {
        assertThat(new Accrued(5, 9_999).plus(1, 1)).isEqualTo(new Accrued(6, 0));
        assertThat(new Accrued(7_200_001, 3).funz()).isEqualTo(2);
        assertThat(new Accrued(7_200_001, 3).rest()).isEqualTo(new Accrued(1, 3));
    }

    /** The most that the validator lets through: the whole result fits below 2^53. */
    @Test
    void the_largest_legal_income_over_the_longest_cap_is_exact() {
        BigInteger most = BigInteger.valueOf(Amounts.MAX - IncomeState.PER_FUNZ);
        long perHourBps =
                most.multiply(BigInteger.valueOf(10_000))
                        .divide(BigInteger.valueOf(YEAR))
                        .longValueExact();

        Accrued accrued = new Accrued(IncomeState.PER_FUNZ - 1, 9_999).plus(perHourBps, YEAR);

        BigInteger exact =
                BigInteger.valueOf(perHourBps)
                        .multiply(BigInteger.valueOf(YEAR))
                        .add(BigInteger.valueOf(10_000 * IncomeState.PER_FUNZ - 1));
        assertThat(BigInteger.valueOf(accrued.whole()).multiply(BigInteger.valueOf(10_000)))
                .isEqualTo(exact.subtract(BigInteger.valueOf(accrued.parts())));
        assertThat(accrued.whole()).isLessThanOrEqualTo(Amounts.MAX);
    }

    @Test
    void what_would_pass_a_long_is_an_error_and_never_another_number() {
        assertThatThrownBy(() -> NOTHING.plus(Amounts.MAX, Long.MAX_VALUE))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, -1", "0, 10000"})
    void is_within_its_ranges(long whole, int parts) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Accrued(whole, parts));
    }
}
