package com.luckyfunatic.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RaffleSeries;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in series of raffles. */
class RaffleMistakesTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final String HAT = "raffles[0 hat]";
    private static final RaffleSeries GOOD = series(DAY, DAY, 7, 5, 10, 1, Reward.ofFunz(9));

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(HAT + ".price", series(DAY, DAY, -1, 5, 10, 1, Reward.ofFunz(9))),
                mistake(HAT + ".price", series(DAY, DAY, 1L << 40, 5, 10, 1, Reward.ofFunz(9))),
                mistake(HAT + ".tickets", series(DAY, DAY, 7, 1, 0, 1, Reward.ofFunz(9))),
                mistake(HAT + ".tickets", series(DAY, DAY, 7, 1, 1_000_001, 1, Reward.ofFunz(9))),
                mistake(HAT + ".limitPerPlayer", series(DAY, DAY, 7, 11, 10, 1, Reward.ofFunz(9))),
                mistake(HAT + ".limitPerPlayer", series(DAY, DAY, 7, 0, 10, 1, Reward.ofFunz(9))),
                mistake(
                        HAT + ".schedule",
                        series(DAY, DAY.plusMillis(1), 7, 5, 10, 1, Reward.ofFunz(9))),
                mistake(
                        HAT + ".schedule.every",
                        series(Duration.ZERO, DAY, 7, 5, 10, 1, Reward.ofFunz(9))),
                mistake(
                        HAT + ".schedule.lasts",
                        series(DAY, Duration.ofDays(366), 7, 5, 10, 1, Reward.ofFunz(9))),
                mistake(
                        HAT + ".prizes[0].winners",
                        series(DAY, DAY, 7, 5, 10, 1_001, Reward.ofFunz(9))),
                mistake(HAT + ".prizes[0].reward", series(DAY, DAY, 7, 5, 10, 1, Reward.NOTHING)),
                mistake(
                        HAT + ".prizes[0].reward.items[0].item",
                        series(DAY, DAY, 7, 5, 10, 1, Reward.ofItems(new ItemId("ghost"), 1))));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_named(String where, RaffleSeries series) {
        assertThat(problems(List.of(series)))
                .isNotEmpty()
                .anyMatch(each -> each.startsWith(where + " "));
    }

    @Test
    void good_series_have_no_problem_and_the_same_name_twice_is_one() {
        assertThat(problems(List.of(GOOD))).isEmpty();
        assertThat(problems(List.of(GOOD, GOOD))).hasSize(1);
    }

    @Test
    void an_occurrence_has_its_begin_in_its_name_and_its_window() {
        var third = GOOD.occurrence(3);

        assertThat(third.id()).isEqualTo(new RaffleId("hat_tmjxjdhc0"));
        assertThat(third.terms().opensAtMillis()).isEqualTo(GOOD.schedule().startOf(3));
        assertThat(third.terms().closesAtMillis()).isEqualTo(GOOD.schedule().endOf(3));
        assertThat(third.terms().price()).isEqualTo(7);
        assertThat(third.prize(1)).isEqualTo(Reward.ofFunz(9));
    }

    private static List<String> problems(List<RaffleSeries> series) {
        return CatalogValidator.validate(Edit.set(SmallCatalog.definition(), "raffles", series))
                .stream()
                .map(each -> each.row() + " " + each.reason())
                .toList();
    }

    private static Arguments mistake(String where, RaffleSeries series) {
        return Arguments.argumentSet(where, where, series);
    }

    private static RaffleSeries series(
            Duration every,
            Duration lasts,
            long price,
            int limit,
            int tickets,
            int winners,
            Reward prize) {
        return new RaffleSeries(
                new RaffleId("hat"),
                "The Hat",
                "Of the mayor.",
                new Schedule(Instant.parse("2026-01-01T00:00:00Z"), every, lasts),
                List.of(new Requirement.ReachRank(1)),
                Currency.FUNZ,
                price,
                limit,
                tickets,
                List.of(new RaffleSeries.Prize(winners, prize)));
    }
}
