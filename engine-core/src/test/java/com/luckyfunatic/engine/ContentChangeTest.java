package com.luckyfunatic.engine;

import static com.luckyfunatic.engine.fixture.TestCatalog.EXCHANGE;
import static com.luckyfunatic.engine.fixture.TestCatalog.MINER;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.accrual.AccrualEvent.AccrualSettled;
import com.luckyfunatic.engine.card.CardCommand.BuyCardLevel;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.energy.EnergyDefinition;
import com.luckyfunatic.engine.energy.EnergyRules;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.fixture.TestCatalogs;
import com.luckyfunatic.engine.income.IncomeCommand.CollectIncome;
import com.luckyfunatic.engine.income.IncomeEvent.IncomeCollected;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.session.SessionCommand.LogIn;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A miner earns 100 funz per hour, unless the content has no cards. */
class ContentChangeTest {
    private static final Catalog CARDS = TestCatalog.catalog();
    private static final Catalog NO_CARDS = TestCatalogs.empty();
    private static final Catalog QUICK =
            TestCatalog.standard().energy(new EnergyDefinition(5_000, 10_000)).build();
    private static final CollectIncome COLLECT = new CollectIncome();
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void income_is_paid_at_the_rates_it_was_earned_at() {
        Play play = miner(CARDS).after(MINUTE.multipliedBy(30)).use(NO_CARDS);

        assertThat(play.after(MINUTE.multipliedBy(30)).resultOf(COLLECT))
                .isEqualTo(new PassiveIncome(50, 3_600_000, false));
    }

    @Test
    void a_tap_in_the_millisecond_of_a_change_of_content_changes_no_rate_backwards() {
        Play play = miner(CARDS).after(MINUTE.multipliedBy(60)).does(new Tap(1)).use(NO_CARDS);

        assertThat(play.resultOf(COLLECT)).isEqualTo(new PassiveIncome(100, 3_600_000, false));
    }

    @Test
    void a_tap_by_a_clock_ahead_of_the_change_of_content_changes_no_rate_backwards() {
        Players player = Players.fresh().card(MINER, 1).energyMicros(0);
        Play play = Play.from(CARDS, player).at(Play.START + 3_601_000).does(new Tap(1));
        play.at(Play.START + 3_600_000).use(NO_CARDS).at(Play.START + 3_602_000);
        PlayerState before = play.state();

        assertThat(play.resultOf(COLLECT)).isEqualTo(new PassiveIncome(100, 3_602_000, false));
        assertThat(EnergyRules.microsAt(play.state(), play.context()))
                .as("no second of energy is counted twice")
                .isEqualTo(EnergyRules.microsAt(before, play.context()));
    }

    @Test
    void what_was_not_earned_before_is_not_paid_afterwards() {
        Play play = miner(NO_CARDS).after(MINUTE.multipliedBy(85)).use(CARDS);

        assertThat(play.after(MINUTE.multipliedBy(30)).resultOf(COLLECT))
                .isEqualTo(new PassiveIncome(50, 1_800_000, false));
    }

    @Test
    void energy_grows_at_the_rate_of_its_time() {
        Play play = Play.from(CARDS, Players.fresh().energyMicros(0)).after(MINUTE).use(QUICK);

        play.after(MINUTE).does(new Tap(1));
        assertThat(EnergyRules.status(play.state(), play.context()).current())
                .isEqualTo(60 + 600 - 1);
    }

    @Test
    void of_several_contents_each_pays_for_its_own_time() {
        Play play = miner(CARDS);
        for (int i = 0; i < 3; i++) {
            play.after(MINUTE.multipliedBy(12)).use(NO_CARDS).after(MINUTE).use(CARDS);
        }

        assertThat(play.after(MINUTE.multipliedBy(12)).resultOf(COLLECT))
                .isEqualTo(new PassiveIncome(80, 51 * 60_000, false));
    }

    @Test
    void content_that_lies_too_far_back_counts_as_the_oldest_that_is_known() {
        Play play = miner(CARDS).after(MINUTE.multipliedBy(36));
        for (int i = 0; i <= ContentTimeline.PAST_MAX; i++) {
            play.use(NO_CARDS);
        }

        assertThat(play.after(MINUTE).resultOf(COLLECT)).isEqualTo(PassiveIncome.NONE);
    }

    @Test
    void the_first_change_settles_and_later_ones_do_not() {
        Play play = miner(CARDS).after(MINUTE).use(QUICK).after(MINUTE);

        play.does(new Tap(1));
        assertThat(play.lastEvents().getFirst())
                .isEqualTo(new AccrualSettled(1_000_000_000, 100 * 60_000, Play.START + 60_000, 0));
        play.after(MINUTE).does(new Tap(1));
        assertThat(play.lastEvents()).hasSize(1);
    }

    @Test
    void reading_settles_once_even_when_nothing_has_accrued() {
        Play play = Play.from(CARDS, Players.fresh()).after(MINUTE).use(QUICK).does(COLLECT);
        PlayerState settled = play.state();

        assertThat(play.lastEvents()).hasSize(1).first().isInstanceOf(AccrualSettled.class);
        assertThat(play.after(MINUTE).does(COLLECT).state()).isSameAs(settled);
    }

    @Test
    void a_collection_due_since_a_login_comes_after_settling() {
        Play play = miner(CARDS).does(new LogIn(5)).after(MINUTE.multipliedBy(36)).use(NO_CARDS);
        Answer answer = play.after(MINUTE).execute(new Tap(1));

        assertThat(play.lastEvents().get(0)).isInstanceOf(AccrualSettled.class);
        assertThat(play.lastEvents().get(1)).isInstanceOf(IncomeCollected.class);
        assertThat(answer.passiveIncome().amount()).isEqualTo(60);
    }

    @Test
    void a_refused_command_settles_nothing() {
        Play play = miner(CARDS).after(MINUTE).use(QUICK).after(MINUTE);
        PlayerState before = play.state();

        assertThat(play.execute(new BuyCardLevel(EXCHANGE, 1L)).outcome())
                .isInstanceOf(Outcome.Refused.class);
        assertThat(play.state()).isSameAs(before);
    }

    @Test
    void a_command_from_a_clock_behind_settles_as_far_as_it_is() {
        Play play = miner(CARDS).after(MINUTE.multipliedBy(72)).use(NO_CARDS);

        play.at(Play.START + 36 * 60_000).does(new Tap(1));
        assertThat(play.at(Play.START + 80 * 60_000).resultOf(COLLECT))
                .isEqualTo(new PassiveIncome(120, 80 * 60_000, false));
    }

    private static Play miner(Catalog catalog) {
        return Play.from(catalog, Players.fresh().card(MINER, 1));
    }
}
