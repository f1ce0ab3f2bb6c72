package com.luckyfunatic.engine.catalog;

import static com.luckyfunatic.engine.catalog.SmallCatalog.mistake;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.effect.Effect;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OverflowTest {
    private static final String PASSES = "passes 9007199254740991";

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "tap.funzPerTap",
                        "with every booster and special card a tap pays 1000000002 funz; times"
                                + " multiplierCapBps, 10000000, that "
                                + PASSES,
                        "tap.funzPerTap",
                        1_000_000_000L,
                        "multiplierCapBps",
                        10_000_000L),
                mistake(
                        "tap.funzPerTap",
                        "with every booster and special card a tap pays 20000000003 funz; times"
                                + " multiplierCapBps, 500000, that "
                                + PASSES,
                        "boosters[2].effect",
                        Effect.FUNZ_PER_TAP_ADD,
                        "boosters[2].magnitude",
                        1_000_000_000L),
                mistake(
                        "energy.max",
                        "with every booster and special card the maximum is 20000001000; counted"
                                + " in millionths that "
                                + PASSES,
                        "boosters[2].effect",
                        Effect.ENERGY_MAX_ADD,
                        "boosters[2].magnitude",
                        1_000_000_000L),
                mistake(
                        "energy.regenMilliPerSecond",
                        "1000000000 times multiplierCapBps, 10000000, " + PASSES,
                        "energy.regenMilliPerSecond",
                        1_000_000_000L,
                        "multiplierCapBps",
                        10_000_000L),
                mistake(
                        "income.cap",
                        "all cards and special cards earn 2904 funz an hour; times"
                                + " multiplierCapBps, 10000000, over 31536000000 ms that "
                                + PASSES,
                        "income.cap",
                        Duration.ofDays(365),
                        "multiplierCapBps",
                        10_000_000L),
                mistake(
                        "income.cap",
                        "all cards and special cards earn 2000000002884 funz an hour; times"
                                + " multiplierCapBps, 500000, over 5400000 ms that "
                                + PASSES,
                        "specialCards[0].incomePerHour",
                        1_000_000_000_000L));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("mistakes")
    void is_found_with_row_and_reason(String row, String reason, CatalogDefinition broken) {
        assertThat(CatalogValidator.validate(broken))
                .containsExactly(new CatalogProblem(row, reason));
    }

    /** Income i of the special card: (2884 + 2 i) × 50 × 5 400 000 + 3 600 000 ≤ 2^53 − 1. */
    @Test
    void the_last_income_that_fits_is_accepted_and_the_next_is_not() {
        CatalogDefinition catalog = SmallCatalog.definition();
        long base = 2_884;
        long last = ((Limits.AMOUNT_MAX - 3_600_000) / (50L * 5_400_000) - base) / 2;
        assertThat(
                        CatalogValidator.validate(
                                Edit.set(catalog, "specialCards[0].incomePerHour", last)))
                .isEmpty();
        assertThat(
                        CatalogValidator.validate(
                                Edit.set(catalog, "specialCards[0].incomePerHour", last + 1)))
                .extracting(CatalogProblem::row)
                .containsExactly("income.cap");
    }

    @Test
    void numbers_out_of_every_range_are_problems_and_never_exceptions() {
        CatalogDefinition broken = SmallCatalog.definition();
        broken = Edit.set(broken, "multiplierCapBps", Long.MAX_VALUE);
        broken = Edit.set(broken, "tap.funzPerTap", Long.MAX_VALUE);
        broken = Edit.set(broken, "income.cap", Duration.ofSeconds(Long.MAX_VALUE));
        broken = Edit.set(broken, "specialCards[0].forgeLimit", Integer.MIN_VALUE);
        broken = Edit.set(broken, "cards[0].maxLevel", Integer.MAX_VALUE);
        broken = Edit.set(broken, "cards[0].baseIncomePerHour", Long.MAX_VALUE);
        broken = Edit.set(broken, "boosters[2].maxLevel", Integer.MAX_VALUE);
        broken = Edit.set(broken, "boosters[2].magnitude", Long.MAX_VALUE);
        assertThat(CatalogValidator.validate(broken)).hasSizeGreaterThan(7);
    }
}
