package com.luckyfunatic.engine.booster;

import static com.luckyfunatic.engine.fixture.Play.START;
import static com.luckyfunatic.engine.fixture.TestBoosters.ENERGY_TANK;
import static com.luckyfunatic.engine.fixture.TestBoosters.EXTRA_TAP;
import static com.luckyfunatic.engine.fixture.TestBoosters.MULTITAP;
import static com.luckyfunatic.engine.fixture.TestBoosters.VIP_TAP;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.booster.BoosterCommand.ActivateBooster;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestBoosters;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.player.PlayerState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoosterStatusTest {
    private static final Catalog CATALOG = TestCatalog.catalog();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    @Test
    void every_booster_of_the_catalog_is_listed_in_its_order() {
        assertThat(BoosterRules.statuses(Players.fresh().state(), at(0)))
                .extracting(BoosterStatus::definition)
                .isEqualTo(TestBoosters.all());
    }

    @Test
    void a_new_player_can_use_what_asks_for_nothing() {
        assertThat(status(Players.fresh().state(), ENERGY_TANK, 0))
                .isEqualTo(expected(ENERGY_TANK, 500, false, 0, 0, 4, 0, true));
        assertThat(status(Players.fresh().state(), VIP_TAP, 0))
                .isEqualTo(expected(VIP_TAP, 2, false, 0, 0, 1, 0, false));
        assertThat(status(Players.fresh().state(), EXTRA_TAP, 0))
                .isEqualTo(expected(EXTRA_TAP, 10, false, 0, 0, -1, 0, true));
        assertThat(status(Players.fresh().state(), MULTITAP, 0))
                .isEqualTo(expected(MULTITAP, 1_000, false, 0, 0, 20, 0, true));
    }

    @Test
    void an_activated_booster_shows_how_long_it_works_and_cools_down() {
        PlayerState state =
                Play.from(CATALOG, Players.rich()).does(new ActivateBooster(ENERGY_TANK)).state();

        assertThat(status(state, ENERGY_TANK, 0))
                .isEqualTo(expected(ENERGY_TANK, 1_000, true, START + HOUR, 2 * HOUR, 3, 0, true));
        assertThat(status(state, ENERGY_TANK, HOUR))
                .isEqualTo(expected(ENERGY_TANK, 1_000, false, 0, HOUR, 3, 0, true));
        assertThat(status(state, ENERGY_TANK, 3 * HOUR))
                .isEqualTo(expected(ENERGY_TANK, 1_000, false, 0, 0, 3, 0, true));
        assertThat(status(state, ENERGY_TANK, 12 * HOUR))
                .as("the next day")
                .isEqualTo(expected(ENERGY_TANK, 500, false, 0, 0, 4, 0, true));
    }

    @Test
    void when_the_day_is_used_up_the_price_is_that_of_tomorrows_first_use() {
        Play play = Play.from(CATALOG, Players.rich()).does(new ActivateBooster(ENERGY_TANK));
        for (int i = 0; i < 3; i++) {
            play.after(Duration.ofHours(2)).does(new ActivateBooster(ENERGY_TANK));
        }

        assertThat(status(play.state(), ENERGY_TANK, 8 * HOUR))
                .isEqualTo(expected(ENERGY_TANK, 500, false, 0, 0, 0, 0, true));
    }

    @Test
    void levels_are_shown_and_the_last_one_has_no_price() {
        assertThat(status(Players.fresh().level(MULTITAP, 3).state(), MULTITAP, 0))
                .isEqualTo(expected(MULTITAP, 8_000, true, 0, 0, 17, 3, true));
        assertThat(status(Players.fresh().level(MULTITAP, 20).state(), MULTITAP, 0))
                .isEqualTo(expected(MULTITAP, 0, true, 0, 0, 0, 20, true));
    }

    @Test
    void levels_beyond_what_content_has_leave_none_to_buy() {
        assertThat(status(Players.fresh().level(MULTITAP, 99).state(), MULTITAP, 0))
                .isEqualTo(expected(MULTITAP, 0, true, 0, 0, 0, 99, true));
    }

    @Test
    void uses_beyond_a_limit_that_content_got_since_leave_none_for_today() {
        BoosterDefinition now =
                new BoosterDefinition(
                        EXTRA_TAP,
                        "Extra tap",
                        "Now limited",
                        TestBoosters.row(EXTRA_TAP).effect(),
                        2,
                        Duration.ofSeconds(60),
                        Duration.ZERO,
                        5,
                        0,
                        true,
                        TestBoosters.row(EXTRA_TAP).currency(),
                        new PriceCurve(PriceCurve.Kind.DOUBLING, 10),
                        List.of());
        Play play = Play.from(CATALOG, Players.rich());
        for (int i = 0; i < 100; i++) {
            play.does(new ActivateBooster(EXTRA_TAP));
        }
        play.use(TestCatalog.standard().booster(now).build());

        assertThat(BoosterRules.statuses(play.state(), play.context()))
                .contains(new BoosterStatus(now, 10, true, START + 6_000_000, 0, 0, 0, true));
    }

    private static RuleContext at(long afterMillis) {
        return Play.contextAt(START + afterMillis, CATALOG);
    }

    private static BoosterStatus status(PlayerState state, BoosterType type, long afterMillis) {
        return BoosterRules.statuses(state, at(afterMillis)).stream()
                .filter(each -> each.definition().type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static BoosterStatus expected(
            BoosterType type,
            long price,
            boolean isActive,
            long activeUntilMillis,
            long cooldownLeftMillis,
            int usagesLeft,
            int level,
            boolean isAvailable) {
        return new BoosterStatus(
                TestBoosters.row(type),
                price,
                isActive,
                activeUntilMillis,
                cooldownLeftMillis,
                usagesLeft,
                level,
                isAvailable);
    }
}
