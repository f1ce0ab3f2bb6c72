package com.luckyfunatic.engine.prize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrizeRulesTest {
    private static final PrizeTable PODIUM =
            new PrizeTable(
                    Currency.FUNZ,
                    1_000,
                    100,
                    PrizeKind.SHARES,
                    List.of(
                            new PrizeRange(1, 1, 5_000),
                            new PrizeRange(2, 2, 3_000),
                            new PrizeRange(3, 3, 2_000)));
    private static final PrizeTable FIXED =
            new PrizeTable(
                    Currency.JOKERS,
                    0,
                    190,
                    PrizeKind.AMOUNTS,
                    List.of(new PrizeRange(1, 1, 100), new PrizeRange(2, 10, 10)));

    @ParameterizedTest
    @CsvSource({
        "0, 100",
        "111, 100",
        "112, 100",
        "113, 101",
        "1000, 900",
        "9007199254740991, 8106479329266891"
    })
    void the_pool_is_what_the_fee_leaves_and_at_least_what_is_guaranteed(
            long collected, long pool) {
        assertThat(PrizeRules.pool(PODIUM, collected)).isEqualTo(pool);
    }

    @ParameterizedTest
    @CsvSource({
        "three winners, 3, 50, 30, 20, 100",
        "more than win, 9, 50, 30, 20, 100",
        "nobody third, 2, 50, 30, 0, 80",
        "one alone, 1, 50, 0, 0, 50",
        "nobody, 0, 0, 0, 0, 0"
    })
    void a_rank_that_nobody_holds_is_not_paid(
            String name, long ranked, long first, long second, long third, long total) {
        Payouts payouts = PrizeRules.payouts(PODIUM, 0, ranked);

        assertThat(prizes(payouts, 4)).containsExactly(first, second, third, 0L);
        assertThat(payouts.total()).isEqualTo(total);
        assertThat(payouts.winners()).isEqualTo(Math.min(3, ranked));
        assertThat(payouts.paid()).isEqualTo(Math.min(3, ranked));
    }

    @ParameterizedTest
    @CsvSource({"120, 3, 54, 32, 21, 1", "130, 3, 59, 35, 23, 0", "122, 3, 55, 32, 21, 1"})
    void what_flooring_leaves_goes_to_rank_one(
            long collected, long ranked, long first, long second, long third, long remainder) {
        Payouts payouts = PrizeRules.payouts(PODIUM, collected, ranked);

        assertThat(prizes(payouts, 3)).containsExactly(first + remainder, second, third);
        assertThat(payouts.total()).isEqualTo(payouts.pool());
    }

    @Test
    void a_pool_too_small_to_share_is_all_the_first_ones() {
        PrizeTable each =
                new PrizeTable(
                        Currency.FUNZ,
                        0,
                        0,
                        PrizeKind.SHARES,
                        List.of(new PrizeRange(1, 10_000, 1)));

        Payouts payouts = PrizeRules.payouts(each, 9_999, 20_000);

        assertThat(prizes(payouts, 3)).containsExactly(9_999L, 0L, 0L);
        assertThat(payouts.winners()).isEqualTo(10_000);
        assertThat(payouts.paid()).isOne();
    }

    @Test
    void amounts_are_the_same_however_much_is_collected() {
        Payouts payouts = PrizeRules.payouts(FIXED, 1_000_000, 5);

        assertThat(prizes(payouts, 6)).containsExactly(100L, 10L, 10L, 10L, 10L, 0L);
        assertThat(payouts.total()).isEqualTo(140);
        assertThat(payouts.pool()).isEqualTo(1_000_000);
        assertThat(payouts.paid()).isEqualTo(5);
        assertThat(payouts.prize(0)).isZero();
        assertThat(payouts.prize(-1)).isZero();
    }

    @Test
    void refuses_numbers_that_are_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> PrizeRules.pool(FIXED, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrizeRules.pool(FIXED, Amounts.MAX + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> PrizeRules.payouts(FIXED, 0, -1));
    }

    private static Long[] prizes(Payouts payouts, long ranks) {
        return LongStream.rangeClosed(1, ranks).mapToObj(payouts::prize).toArray(Long[]::new);
    }
}
