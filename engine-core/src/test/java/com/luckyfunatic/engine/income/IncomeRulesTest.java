package com.luckyfunatic.engine.income;

import static com.luckyfunatic.engine.fixture.TestCatalog.EXCHANGE;
import static com.luckyfunatic.engine.fixture.TestCatalog.GOLDEN_MINER;
import static com.luckyfunatic.engine.fixture.TestCatalog.MINER;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.booster.BoosterCommand.ActivateBooster;
import com.luckyfunatic.engine.card.CardCommand.BuyCardLevel;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestBoosters;
import com.luckyfunatic.engine.fixture.TestCards;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.frenzy.FrenzyState;
import com.luckyfunatic.engine.income.IncomeCommand.CollectIncome;
import com.luckyfunatic.engine.income.IncomeEvent.IncomeCollected;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.player.PlayerState;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A miner earns 100 funz per hour, an exchange 240: one funz of 100 per hour takes 36 seconds. */
class IncomeRulesTest {
    private static final Catalog CATALOG = TestCatalog.catalog();
    private static final CollectIncome COLLECT = new CollectIncome();
    private static final long MINUTE = 60_000;
    private static final long CAP = 90 * MINUTE;

    static Stream<Row> plain() {
        return Stream.of(
                pays("no time has passed and nothing is due", miner(), 0, null),
                pays("a millisecond", miner(), 1, collected(0, 1, false, 100)),
                pays(
                        "a moment before a whole funz",
                        miner(),
                        35_999,
                        collected(0, 35_999, false, 3_599_900)),
                pays("a whole funz", miner(), 36_000, collected(1, 36_000, false, 0)),
                pays("half an hour", miner(), 30 * MINUTE, collected(50, 30 * MINUTE, false, 0)),
                pays("exactly the cap", miner(), CAP, collected(150, CAP, false, 0)),
                pays("the cap cuts the end", miner(), CAP + 1, collected(150, CAP, true, 0, 1)),
                pays(
                        "a month pays no more",
                        miner(),
                        30 * 1_440 * MINUTE,
                        collected(150, CAP, true, 0, 30 * 1_440 * MINUTE - CAP)),
                pays(
                        "the rest of last time counts",
                        miner().incomeAccrued(3_599_900),
                        1,
                        collected(1, 1, false, 0)),
                pays(
                        "without a card nothing accrues and nothing changes",
                        Players.fresh(),
                        MINUTE,
                        null),
                pays(
                        "without a card the rest of last time stays",
                        Players.fresh().incomeAccrued(3_599_999),
                        2 * CAP,
                        null),
                pays(
                        "what has accrued is paid even when nothing earns any more",
                        Players.fresh().incomeAccrued(3_600_001),
                        MINUTE,
                        collected(1, MINUTE, false, 1)));
    }

    static Stream<Row> multiplied() {
        return Stream.of(
                pays(
                        "ten per cent more for each level",
                        miner().level(TestBoosters.INCOME_MULTIPLIER, 3),
                        60 * MINUTE,
                        collected(130, 60 * MINUTE, false, 0)),
                pays(
                        "twice as much while the booster works",
                        miner().active(TestBoosters.INCOME_SURGE, Play.START + 30 * MINUTE),
                        60 * MINUTE,
                        collected(150, 60 * MINUTE, false, 0)),
                pays(
                        "a booster that ends after the cap",
                        miner().active(TestBoosters.INCOME_SURGE, Play.START + 240 * MINUTE),
                        300 * MINUTE,
                        collected(300, CAP, true, 0, 210 * MINUTE)),
                pays(
                        "a booster of another value changes nothing",
                        miner().active(TestBoosters.TURBO_TAP, Play.START + 30 * MINUTE),
                        60 * MINUTE,
                        collected(100, 60 * MINUTE, false, 0)),
                pays(
                        "special cards earn and multiply",
                        miner().forged(GOLDEN_MINER, 2),
                        60 * MINUTE,
                        collected(2_310, 60 * MINUTE, false, 0)));
    }

    @ParameterizedTest
    @MethodSource({"plain", "multiplied"})
    void decides(Row row) {
        row.check(CATALOG);
    }

    @Test
    void what_does_not_fit_below_the_cap_is_cut_and_named() {
        Row.at(
                        60 * MINUTE,
                        "3 fit, 97 do not",
                        miner().wallet(Amounts.MAX - 3, 0),
                        COLLECT,
                        Row.accepted(
                                new PassiveIncome(3, 60 * MINUTE, false),
                                new IncomeCollected(
                                        3, 97, 60 * MINUTE, false, 0, Play.START + 60 * MINUTE, 0)))
                .check(CATALOG);
    }

    @Test
    void a_card_bought_inside_earns_from_then_on() {
        Play play = Play.from(CATALOG, richMiner());

        play.at(Play.START + 30 * MINUTE).does(new BuyCardLevel(EXCHANGE, null));
        play.at(Play.START + CAP);

        assertThat(play.resultOf(COLLECT)).isEqualTo(new PassiveIncome(50 + 340, CAP, false));
    }

    @Test
    void a_card_bought_after_the_cap_earns_nothing_until_the_next_collection() {
        Play play = Play.from(CATALOG, richMiner());

        play.at(Play.START + CAP + MINUTE).does(new BuyCardLevel(EXCHANGE, null));
        play.at(Play.START + CAP + 60 * MINUTE);

        assertThat(play.resultOf(COLLECT)).isEqualTo(new PassiveIncome(150, CAP, true));
        assertThat(play.after(Duration.ofHours(1)).resultOf(COLLECT))
                .isEqualTo(new PassiveIncome(340, 60 * MINUTE, false));
    }

    @Test
    void the_time_that_income_accrues_for_begins_with_what_first_earns() {
        Play play = Play.from(CATALOG, Players.rich());

        play.at(Play.START + 10 * CAP).does(COLLECT).after(Duration.ofMillis(CAP));
        play.does(new BuyCardLevel(MINER, null)).after(Duration.ofMillis(CAP));

        assertThat(play.resultOf(COLLECT)).isEqualTo(new PassiveIncome(150, CAP, false));
    }

    @Test
    void a_read_pays_nothing_yet_while_too_little_for_a_funz_accrues_and_starts_anew() {
        Play play = Play.from(CATALOG, miner()).at(Play.START + 35_999).does(COLLECT);

        assertThat(play.state().income().collectedAtMillis()).isEqualTo(play.now());
    }

    @Test
    void a_booster_activated_inside_multiplies_from_then_on() {
        Play play = Play.from(CATALOG, richMiner());

        play.at(Play.START + 30 * MINUTE).does(new ActivateBooster(TestBoosters.INCOME_SURGE));
        play.at(Play.START + 60 * MINUTE);

        assertThat(play.resultOf(COLLECT))
                .isEqualTo(new PassiveIncome(50 + 100, 60 * MINUTE, false));
    }

    @Test
    void a_level_bought_inside_never_changes_what_was_earned() {
        Play play = Play.from(CATALOG, richMiner());

        play.at(Play.START + 30 * MINUTE).does(new ActivateBooster(TestBoosters.INCOME_MULTIPLIER));
        play.at(Play.START + 60 * MINUTE);

        assertThat(play.resultOf(COLLECT))
                .isEqualTo(new PassiveIncome(50 + 55, 60 * MINUTE, false));
    }

    @Test
    void collecting_again_at_once_changes_nothing() {
        Play play = Play.from(CATALOG, miner()).at(Play.START + 60 * MINUTE).does(COLLECT);
        PlayerState once = play.state();

        assertThat(play.resultOf(COLLECT)).isEqualTo(PassiveIncome.NONE);
        assertThat(play.state()).isSameAs(once);
    }

    @Test
    void collecting_every_second_pays_what_collecting_once_pays() {
        Play often = Play.from(CATALOG, miner());
        Play once = Play.from(CATALOG, miner()).at(Play.START + 3_600_000).does(COLLECT);
        for (int second = 1; second <= 3_600; second++) {
            often.after(Duration.ofSeconds(1)).does(COLLECT);
        }

        assertThat(often.state().wallet()).isEqualTo(once.state().wallet());
        assertThat(often.state().income()).isEqualTo(once.state().income());
    }

    @ParameterizedTest(name = "{0} level(s)")
    @CsvSource({"1, 99", "2, 108", "3, 117", "10, 180"})
    void ten_collections_of_a_small_income_pay_every_tenth_that_multipliers_add(
            int levels, long funz) {
        Catalog six = earning(6);
        Players player = Players.fresh().card(MINER, 1);
        Play play = Play.from(six, player.level(TestBoosters.INCOME_MULTIPLIER, levels));

        for (int i = 0; i < 10; i++) {
            play.after(Duration.ofMillis(CAP)).does(COLLECT);
        }

        assertThat(play.state().wallet().funz()).isEqualTo(funz);
    }

    @Test
    void the_ten_thousandths_of_a_milliseconds_income_stay() {
        Players player = miner().forged(GOLDEN_MINER, 1).level(TestBoosters.INCOME_MULTIPLIER, 1);
        Play play = Play.from(earning(7), player).at(Play.START + 1).does(COLLECT);

        // (7 + 1000) × 1.1 × 1.05 = 1163.085 an hour
        assertThat(play.state().income())
                .isEqualTo(new IncomeState(play.now(), play.now(), 1_163, false, 850));
    }

    private static Catalog earning(long incomePerHour) {
        CardDefinition miner = Objects.requireNonNull(CATALOG.card(MINER));
        long[] level = {1_000, incomePerHour};
        long[][] levels = {level, level, level};
        return TestCatalog.standard()
                .card(TestCards.withLevels(miner, Currency.FUNZ, levels))
                .build();
    }

    @Test
    void frenzy_does_not_multiply_income() {
        Players player = miner().frenzy(new FrenzyState(0, Play.START + 60 * MINUTE, 30_000, 0));

        pays("as without", player, 60 * MINUTE, collected(100, 60 * MINUTE, false, 0))
                .check(CATALOG);
    }

    @Test
    void income_is_earned_for_the_rank() {
        Play play = Play.from(CATALOG, miner()).at(Play.START + 60 * MINUTE).does(COLLECT);

        assertThat(play.state().wallet().funzEarned()).isEqualTo(100);
    }

    private static Players miner() {
        return Players.fresh().card(MINER, 1);
    }

    private static Players richMiner() {
        return Players.rich().card(MINER, 1);
    }

    private static Row pays(
            String name, Players player, long afterMillis, @Nullable IncomeCollected event) {
        return Row.at(
                afterMillis,
                name,
                player,
                COLLECT,
                event == null
                        ? Row.accepted(PassiveIncome.NONE)
                        : Row.accepted(
                                new PassiveIncome(
                                        event.funzDelta(), event.forMillis(), event.capped()),
                                event));
    }

    private static IncomeCollected collected(long funz, long forMillis, boolean capped, long rest) {
        return collected(funz, forMillis, capped, rest, 0);
    }

    private static IncomeCollected collected(
            long funz, long forMillis, boolean capped, long rest, long beyondMillis) {
        return new IncomeCollected(
                funz, 0, forMillis, capped, rest, Play.START + forMillis + beyondMillis, 0);
    }
}
