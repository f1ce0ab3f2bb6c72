package com.luckyfunatic.engine.booster;

import static com.luckyfunatic.engine.fixture.Play.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.booster.BoosterCommand.ActivateBooster;
import com.luckyfunatic.engine.booster.BoosterResult.Activated;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.effect.EffectiveValues;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestBoosters;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Boosters through whole days: growing prices, cooldowns, the daily limit and its reset. */
class BoosterDayTest {
    private static final Catalog CATALOG = TestCatalog.catalog();
    private static final long MIDNIGHT = Instant.parse("2026-03-03T00:00:00Z").toEpochMilli();

    /** A booster, its cooldown, and the prices of a whole day's uses. */
    record Day(BoosterType type, Duration cooldown, Currency currency, List<Long> prices) {
        @Override
        public String toString() {
            return type.value();
        }
    }

    static Stream<Day> days() {
        List<Long> free = List.of(0L, 0L, 0L);
        return Stream.of(
                new Day(
                        TestBoosters.FULL_ENERGY,
                        Duration.ofHours(1),
                        Currency.FUNZ,
                        List.of(0L, 0L, 0L, 0L, 0L, 0L)),
                new Day(TestBoosters.TURBO_TAP, Duration.ofMinutes(10), Currency.FUNZ, free),
                new Day(
                        TestBoosters.ENERGY_TANK,
                        Duration.ofHours(2),
                        Currency.FUNZ,
                        List.of(500L, 1_000L, 2_000L, 4_000L)),
                new Day(
                        TestBoosters.QUICK_CHARGE,
                        Duration.ofHours(1),
                        Currency.FUNZ,
                        List.of(800L, 1_600L, 3_200L, 6_400L)),
                new Day(
                        TestBoosters.INCOME_SURGE,
                        Duration.ofHours(8),
                        Currency.JOKERS,
                        List.of(5L, 5L)));
    }

    @ParameterizedTest
    @MethodSource("days")
    void is_used_as_often_as_a_day_allows_and_again_from_midnight_on(Day day) {
        ActivateBooster activate = new ActivateBooster(day.type());
        long cooldown = day.cooldown().toMillis();
        int limit = day.prices().size();
        // The last use is ready again exactly at midnight, so that only the limit is in the way.
        long first = MIDNIGHT - limit * cooldown;
        Play play = Play.from(CATALOG, Players.rich());

        for (int use = 0; use < limit; use++) {
            play.at(first + use * cooldown);
            assertThat(play.resultOf(activate))
                    .isEqualTo(new Activated(day.type(), day.currency(), day.prices().get(use)));
            assertThat(play.at(first + (use + 1) * cooldown - 1).refusalOf(activate))
                    .isIn(
                            new BoosterRefusal.BoosterCoolingDown(first + (use + 1) * cooldown),
                            new BoosterRefusal.BoosterAlreadyActive(first + (use + 1) * cooldown));
        }
        assertThat(play.at(MIDNIGHT).resultOf(activate))
                .isEqualTo(new Activated(day.type(), day.currency(), day.prices().getFirst()));
        assertThat(spent(play, day.currency()))
                .isEqualTo(
                        day.prices().stream().mapToLong(Long::longValue).sum()
                                + day.prices().getFirst());
    }

    @ParameterizedTest
    @MethodSource("days")
    void is_refused_after_the_last_use_of_a_day_until_midnight(Day day) {
        ActivateBooster activate = new ActivateBooster(day.type());
        Duration pause = day.cooldown();
        int limit = day.prices().size();
        Play play =
                Play.from(CATALOG, Players.rich())
                        .at(MIDNIGHT - 1 - limit * pause.toMillis())
                        .does(activate);
        for (int use = 1; use < limit; use++) {
            play.after(pause).does(activate);
        }

        assertThat(play.after(pause).now()).isEqualTo(MIDNIGHT - 1);
        assertThat(play.refusalOf(activate))
                .isEqualTo(new BoosterRefusal.BoosterDailyLimitReached(limit, MIDNIGHT));
        assertThat(play.at(MIDNIGHT).resultOf(activate))
                .isEqualTo(new Activated(day.type(), day.currency(), day.prices().getFirst()));
    }

    @ParameterizedTest
    @MethodSource("levels")
    void a_permanent_booster_is_bought_level_by_level(BoosterType type, long[] prices) {
        Currency currency = TestBoosters.row(type).currency();
        ActivateBooster buy = new ActivateBooster(type);
        Play play = Play.from(CATALOG, Players.fresh().wallet(2_000_000_000, 2_000_000_000));

        for (long price : prices) {
            assertThat(play.resultOf(buy)).isEqualTo(new Activated(type, currency, price));
        }
        assertThat(play.refusalOf(buy))
                .isEqualTo(new BoosterRefusal.BoosterMaxLevelReached(prices.length));
        assertThat(play.state().boosters().level(type)).isEqualTo(prices.length);
    }

    static Stream<Arguments> levels() {
        long[] doubling = LongStream.range(0, 20).map(level -> 1_000L << level).toArray();
        long[] squares = LongStream.rangeClosed(1, 10).map(n -> 10 * n * n).toArray();
        return Stream.of(
                Arguments.of(TestBoosters.MULTITAP, doubling),
                Arguments.of(TestBoosters.ENERGY_LIMIT, doubling),
                Arguments.of(TestBoosters.INCOME_MULTIPLIER, squares));
    }

    @Test
    void a_refill_can_be_spent_at_once() {
        Play play = Play.from(CATALOG, Players.fresh().energyMicros(0));

        play.does(new ActivateBooster(TestBoosters.FULL_ENERGY)).does(new Tap(50));

        assertThat(play.state().tap().taps()).isEqualTo(50);
        assertThat(play.state().energy().micros()).isEqualTo(950_000_000);
    }

    @Test
    void a_timed_booster_works_until_the_moment_it_ends() {
        Play play =
                Play.from(CATALOG, Players.fresh())
                        .does(new ActivateBooster(TestBoosters.TURBO_TAP));

        assertThat(EffectiveValues.funzPerTap(play.state(), CATALOG, START + 19_999)).isEqualTo(5);
        assertThat(EffectiveValues.funzPerTap(play.state(), CATALOG, START + 20_000)).isEqualTo(1);
    }

    @Test
    void extending_again_and_again_adds_up_and_costs_each_time() {
        Play play = Play.from(CATALOG, Players.rich());
        for (int i = 0; i < 3; i++) {
            play.after(Duration.ofSeconds(1)).does(new ActivateBooster(TestBoosters.EXTRA_TAP));
        }

        assertThat(play.state().boosters().active())
                .extracting(ActiveBooster::untilMillis)
                .containsExactly(START + 1_000 + 3 * 60_000);
        assertThat(spent(play, Currency.FUNZ)).isEqualTo(30);
        assertThat(EffectiveValues.funzPerTap(play.state(), CATALOG, play.now())).isEqualTo(3);
    }

    @Test
    void what_has_ended_is_forgotten_when_the_next_starts() {
        Play play =
                Play.from(CATALOG, Players.rich())
                        .does(new ActivateBooster(TestBoosters.TURBO_TAP))
                        .after(Duration.ofSeconds(20))
                        .does(new ActivateBooster(TestBoosters.ENERGY_TANK));

        assertThat(play.state().boosters().active())
                .extracting(ActiveBooster::type)
                .containsExactly(TestBoosters.ENERGY_TANK);
    }

    private static long spent(Play play, Currency currency) {
        return Players.rich().state().wallet().balance(currency)
                - play.state().wallet().balance(currency);
    }
}
