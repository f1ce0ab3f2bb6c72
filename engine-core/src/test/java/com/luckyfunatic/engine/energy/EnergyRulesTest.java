package com.luckyfunatic.engine.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.booster.BoosterCommand.ActivateBooster;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestBoosters;
import com.luckyfunatic.engine.fixture.TestCatalog;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnergyRulesTest {
    private static final long UNIT = EnergyState.MICROS_PER_UNIT;

    /** Milliseconds in which what would grow, a thousand millionths in each, passes 2^63. */
    private static final long AGES = Long.MAX_VALUE / 1_000 + 1;

    private static final long LONGEST = Long.MAX_VALUE - Play.START;
    private static final Catalog CATALOG = TestCatalog.catalog();
    private static final Catalog SLOW =
            TestCatalog.standard().energy(new EnergyDefinition(1_000, 500)).build();
    private static final Catalog NEVER =
            TestCatalog.standard().energy(new EnergyDefinition(1_000, 0)).build();

    /** What the energy is {@code afterMillis} after the start, in millionths. */
    record Growth(String name, Catalog catalog, Players player, long afterMillis, long micros) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Growth> base() {
        Players empty = Players.fresh().energyMicros(0);
        return Stream.of(
                new Growth("no time, no growth", CATALOG, empty, 0, 0),
                new Growth("a millisecond is a thousandth", CATALOG, empty, 1, 1_000),
                new Growth("one a second", CATALOG, empty, 1_000, UNIT),
                new Growth("half a one a second", SLOW, empty, 1_000, UNIT / 2),
                new Growth("none a second", NEVER, empty, 86_400_000, 0),
                new Growth("a moment before it is full", CATALOG, empty, 999_999, 999_999_000),
                new Growth("full", CATALOG, empty, 1_000_000, 1_000 * UNIT),
                new Growth("never more than full", CATALOG, empty, 86_400_000, 1_000 * UNIT),
                new Growth("full after ages", CATALOG, empty, AGES, 1_000 * UNIT),
                new Growth("full after the longest", CATALOG, empty, LONGEST, 1_000 * UNIT),
                new Growth(
                        "what was there stays",
                        CATALOG,
                        Players.fresh().energyMicros(123_456),
                        7,
                        130_456));
    }

    static Stream<Growth> boosted() {
        long start = Play.START;
        Players empty = Players.fresh().energyMicros(0);
        return Stream.of(
                new Growth(
                        "three times as fast",
                        CATALOG,
                        Players.of(empty.state()).active(TestBoosters.QUICK_CHARGE, start + 60_000),
                        10_000,
                        30 * UNIT),
                new Growth(
                        "three times as fast until it ends",
                        CATALOG,
                        Players.of(empty.state()).active(TestBoosters.QUICK_CHARGE, start + 4_000),
                        10_000,
                        (4 * 3 + 6) * UNIT),
                new Growth(
                        "two boosters that end at different moments",
                        CATALOG,
                        Players.of(empty.state())
                                .active(TestBoosters.QUICK_CHARGE, start + 4_000)
                                .active(TestBoosters.ENERGY_TANK, start + 1_100_000),
                        2_000_000,
                        (1_100 + 8) * UNIT),
                new Growth(
                        "a larger tank fills further",
                        CATALOG,
                        Players.fresh().active(TestBoosters.ENERGY_TANK, start + 3_600_000),
                        3_000_000,
                        1_500 * UNIT),
                new Growth(
                        "what a larger tank held stays after it ended, and does not grow",
                        CATALOG,
                        Players.fresh().active(TestBoosters.ENERGY_TANK, start + 200_000),
                        3_000_000,
                        1_200 * UNIT),
                new Growth(
                        "a limit raised for good",
                        CATALOG,
                        Players.fresh().level(TestBoosters.ENERGY_LIMIT, 2),
                        3_000_000,
                        2_000 * UNIT));
    }

    @ParameterizedTest
    @MethodSource({"base", "boosted"})
    void grows(Growth row) {
        assertThat(
                        EnergyRules.microsAt(
                                row.player().state(),
                                Play.contextAt(Play.START + row.afterMillis(), row.catalog())))
                .isEqualTo(row.micros());
    }

    @Test
    void a_booster_started_inside_counts_from_its_start() {
        Play play = Play.from(CATALOG, Players.rich().energyMicros(0));

        play.after(Duration.ofSeconds(10)).does(new ActivateBooster(TestBoosters.QUICK_CHARGE));
        play.after(Duration.ofSeconds(10));

        assertThat(EnergyRules.microsAt(play.state(), play.context())).isEqualTo((10 + 30) * UNIT);
    }

    @Test
    void a_player_sees_whole_units_and_when_they_will_be_full() {
        Players player = Players.fresh().energyMicros(10 * UNIT + 999_999);

        assertThat(status(player, CATALOG))
                .isEqualTo(new EnergyStatus(10, 1_000, 1_000, Play.START + 989_001));
        assertThat(status(Players.fresh(), CATALOG))
                .isEqualTo(new EnergyStatus(1_000, 1_000, 1_000, Play.START));
        assertThat(status(Players.fresh().energyMicros(1_200 * UNIT), CATALOG))
                .isEqualTo(new EnergyStatus(1_200, 1_000, 1_000, Play.START));
        assertThat(status(Players.fresh().energyMicros(0), NEVER))
                .isEqualTo(new EnergyStatus(0, 1_000, 0, Play.START));
    }

    @Test
    void energy_is_never_negative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EnergyState(-1, 0));
    }

    private static EnergyStatus status(Players player, Catalog catalog) {
        return EnergyRules.status(player.state(), Play.contextAt(Play.START, catalog));
    }
}
