package com.luckyfunatic.engine.frenzy;

import static com.luckyfunatic.engine.fixture.Play.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.frenzy.FrenzyCommand.StartFrenzy;
import com.luckyfunatic.engine.frenzy.FrenzyEvent.FrenzyStarted;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A meter of 300 taps, three times the funz for 15 s, a minute between starts. */
class FrenzyRulesTest {
    private static final Catalog CATALOG = TestCatalog.catalog();

    static Stream<Row> starts() {
        return Stream.of(
                row("a full meter", 1, 300, 0, 0, started(15_000, 30_000, 60_000)),
                row("fuller than full", 1, 301, 0, 0, started(15_000, 30_000, 60_000)),
                row("the moment the cooldown ends", 1, 300, -1, 0, started(15_000, 30_000, 60_000)),
                row("a rank before the next row", 3, 300, 0, 0, started(15_000, 30_000, 60_000)),
                row("the row of a higher rank", 4, 400, 0, 0, started(20_000, 40_000, 60_000)),
                row("the row of a yet higher rank", 9, 400, 0, 0, started(20_000, 40_000, 60_000)));
    }

    /** Each row breaks its own condition and all that come after it. */
    static Stream<Row> refusals() {
        return Stream.of(
                row(
                        "still active",
                        1,
                        299,
                        1,
                        2,
                        Row.refused(new FrenzyRefusal.FrenzyAlreadyActive(START + 1))),
                row(
                        "cooling down",
                        1,
                        299,
                        0,
                        1,
                        Row.refused(new FrenzyRefusal.FrenzyCoolingDown(START + 1))),
                row(
                        "one tap short of a full meter",
                        1,
                        299,
                        0,
                        0,
                        Row.refused(new FrenzyRefusal.FrenzyMeterNotFull(299, 300))),
                row(
                        "full for a lower rank only",
                        4,
                        399,
                        0,
                        0,
                        Row.refused(new FrenzyRefusal.FrenzyMeterNotFull(399, 400))));
    }

    @ParameterizedTest
    @MethodSource({"starts", "refusals"})
    void decides(Row row) {
        row.check(CATALOG);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 50, 50",
        "1, 299, 1, 300",
        "1, 299, 50, 300",
        "1, 300, 50, 300",
        "1, 350, 50, 350",
        "1, 10, 0, 10",
        "4, 350, 50, 400",
        "4, 360, 50, 400"
    })
    void accepted_taps_fill_the_meter_of_the_rank(int rank, int meter, int taps, int after) {
        Players player = Players.fresh().rank(rank).frenzy(new FrenzyState(meter, 0, 10_000, 0));

        assertThat(FrenzyRules.meterAfter(player.state(), taps, CATALOG)).isEqualTo(after);
    }

    @Test
    void a_start_empties_the_meter_so_that_each_fill_starts_once() {
        Play play = Play.from(CATALOG, full()).does(new StartFrenzy());

        assertThat(play.state().frenzy())
                .isEqualTo(new FrenzyState(0, START + 15_000, 30_000, START + 60_000));
        assertThat(play.after(Duration.ofSeconds(60)).refusalOf(new StartFrenzy()))
                .isEqualTo(new FrenzyRefusal.FrenzyMeterNotFull(0, 300));
    }

    @Test
    void taps_pay_three_times_as_much_until_it_ends() {
        Play play = Play.from(CATALOG, full()).does(new StartFrenzy()).does(new Tap(10));
        assertThat(play.state().wallet().funz()).isEqualTo(30);

        play.at(START + 14_999).does(new Tap(1));
        assertThat(play.state().wallet().funz()).isEqualTo(33);

        play.at(START + 15_000).does(new Tap(1));
        assertThat(play.state().wallet().funz()).isEqualTo(34);
    }

    @Test
    void a_frenzy_keeps_the_multiplier_it_started_with_when_content_changes() {
        Play play = Play.from(CATALOG, full()).does(new StartFrenzy());
        FrenzyLevel tenfold =
                new FrenzyLevel(1, 300, 100_000, Duration.ofSeconds(15), Duration.ofSeconds(60));

        play.use(TestCatalog.standard().frenzy(tenfold).build()).does(new Tap(1));

        assertThat(play.state().wallet().funz()).isEqualTo(3);
    }

    @Test
    void a_player_sees_meter_multiplier_and_cooldown() {
        Play play = Play.from(CATALOG, full().rank(4));
        assertThat(FrenzyRules.status(play.state(), play.context()))
                .isEqualTo(new FrenzyStatus(300, 400, 40_000, false, 0, 0));

        play = Play.from(CATALOG, full()).does(new StartFrenzy()).after(Duration.ofSeconds(10));
        assertThat(FrenzyRules.status(play.state(), play.context()))
                .isEqualTo(new FrenzyStatus(0, 300, 30_000, true, START + 15_000, 50_000));

        play.after(Duration.ofSeconds(50));
        assertThat(FrenzyRules.status(play.state(), play.context()))
                .isEqualTo(new FrenzyStatus(0, 300, 30_000, false, 0, 0));
    }

    @Test
    void a_meter_that_content_made_smaller_is_shown_as_full() {
        Players player = Players.fresh().frenzy(new FrenzyState(350, 0, 10_000, 0));

        assertThat(FrenzyRules.status(player.state(), Play.contextAt(START, CATALOG)).meter())
                .isEqualTo(300);
    }

    private static Players full() {
        return Players.fresh().frenzy(new FrenzyState(300, 0, 10_000, 0));
    }

    private static Row row(
            String name,
            int rank,
            int meter,
            long activeMillis,
            long coolsMillis,
            Decision expected) {
        FrenzyState frenzy =
                new FrenzyState(meter, START + activeMillis, 30_000, START + coolsMillis);
        return Row.of(name, Players.fresh().rank(rank).frenzy(frenzy), new StartFrenzy(), expected);
    }

    private static Decision started(long lasts, long multiplierBps, long cooldown) {
        return Row.accepted(
                Result.Done.DONE,
                new FrenzyStarted(START + lasts, multiplierBps, START + cooldown));
    }
}
