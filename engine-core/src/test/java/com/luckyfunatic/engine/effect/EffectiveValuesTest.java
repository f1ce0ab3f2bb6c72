package com.luckyfunatic.engine.effect;

import static com.luckyfunatic.engine.effect.EffectiveValues.energyMax;
import static com.luckyfunatic.engine.effect.EffectiveValues.energyRegenMilliPerSecond;
import static com.luckyfunatic.engine.effect.EffectiveValues.funzPerTap;
import static com.luckyfunatic.engine.effect.EffectiveValues.incomePerHour;
import static com.luckyfunatic.engine.fixture.Play.START;
import static com.luckyfunatic.engine.fixture.TestCatalog.EXCHANGE;
import static com.luckyfunatic.engine.fixture.TestCatalog.GOLDEN_MINER;
import static com.luckyfunatic.engine.fixture.TestCatalog.MINER;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.energy.EnergyDefinition;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestBoosters;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.forge.ForgeState;
import com.luckyfunatic.engine.forge.ForgedCard;
import com.luckyfunatic.engine.forge.SpecialCardDefinition;
import com.luckyfunatic.engine.forge.SpecialCardId;
import com.luckyfunatic.engine.frenzy.FrenzyState;
import com.luckyfunatic.engine.player.PlayerState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EffectiveValuesTest {
    private static final Catalog CATALOG = TestCatalog.catalog();
    private static final long LATER = START + 1;

    /** A player and the funz per tap, energy maximum, regeneration and income at the start. */
    record Values(String name, Players player, long tap, long max, long regen, long income) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Values> values() {
        return Stream.of(
                new Values("a new player", Players.fresh(), 1, 1_000, 1_000, 0),
                new Values(
                        "levels of permanent boosters add",
                        Players.fresh()
                                .level(TestBoosters.MULTITAP, 20)
                                .level(TestBoosters.ENERGY_LIMIT, 20),
                        21,
                        11_000,
                        1_000,
                        0),
                new Values(
                        "multipliers multiply each other and the sum",
                        Players.fresh()
                                .level(TestBoosters.MULTITAP, 2)
                                .active(TestBoosters.EXTRA_TAP, LATER)
                                .active(TestBoosters.TURBO_TAP, LATER)
                                .active(TestBoosters.VIP_TAP, LATER)
                                .frenzy(frenzy(LATER)),
                        5 * 5 * 2 * 3,
                        1_000,
                        1_000,
                        0),
                new Values(
                        "what has just ended does nothing",
                        Players.fresh()
                                .active(TestBoosters.EXTRA_TAP, START)
                                .active(TestBoosters.TURBO_TAP, START)
                                .active(TestBoosters.ENERGY_TANK, START)
                                .active(TestBoosters.QUICK_CHARGE, START)
                                .frenzy(frenzy(START)),
                        1,
                        1_000,
                        1_000,
                        0),
                new Values(
                        "energy boosters",
                        Players.fresh()
                                .active(TestBoosters.ENERGY_TANK, LATER)
                                .active(TestBoosters.QUICK_CHARGE, LATER),
                        1,
                        1_500,
                        3_000,
                        0),
                new Values(
                        "cards, a booster, levels and special cards earn together",
                        Players.fresh()
                                .card(MINER, 2)
                                .card(EXCHANGE, 1)
                                .forged(GOLDEN_MINER, 2)
                                .active(TestBoosters.INCOME_SURGE, LATER)
                                .level(TestBoosters.INCOME_MULTIPLIER, 5),
                        1,
                        1_000,
                        1_000,
                        (207 + 240 + 2_000) * 2 * 15 * 11 / 100));
    }

    @ParameterizedTest
    @MethodSource("values")
    void are_derived_from_all_that_works_now(Values row) {
        PlayerState state = row.player().state();

        assertThat(funzPerTap(state, CATALOG, START)).isEqualTo(row.tap());
        assertThat(energyMax(state, CATALOG, START)).isEqualTo(row.max());
        assertThat(energyRegenMilliPerSecond(state, CATALOG, START)).isEqualTo(row.regen());
        assertThat(incomePerHour(state, CATALOG, START)).isEqualTo(row.income());
    }

    @Test
    void all_multipliers_on_a_value_together_are_cut_at_the_cap_of_the_catalog() {
        Players player =
                Players.fresh()
                        .card(MINER, 1)
                        .active(times(Effect.FUNZ_PER_TAP_MULTIPLY, 400_000))
                        .active(times(Effect.ENERGY_REGEN_MULTIPLY, 510_000))
                        .active(times(Effect.INCOME_MULTIPLY, 490_000))
                        .level(TestBoosters.INCOME_MULTIPLIER, 10)
                        .frenzy(frenzy(LATER));

        assertThat(funzPerTap(player.state(), CATALOG, START)).isEqualTo(50);
        assertThat(energyRegenMilliPerSecond(player.state(), CATALOG, START)).isEqualTo(50_000);
        assertThat(incomePerHour(player.state(), CATALOG, START)).isEqualTo(5_000);
    }

    @Test
    void fractions_are_floored() {
        Players player =
                Players.fresh()
                        .card(MINER, 2)
                        .active(times(Effect.FUNZ_PER_TAP_MULTIPLY, 19_999))
                        .active(times(Effect.INCOME_MULTIPLY, 10_001));

        assertThat(funzPerTap(player.state(), CATALOG, START)).isEqualTo(1);
        assertThat(incomePerHour(player.state(), CATALOG, START)).isEqualTo(207);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REFILL_ENERGY")
    void each_special_card_adds_its_effect_once_for_each_copy(Effect effect) {
        SpecialCardId id = new SpecialCardId("crown");
        Catalog catalog = TestCatalog.standard().specialCard(crown(id, effect)).build();
        PlayerState state = Players.fresh().card(MINER, 1).forged(id, 2).state();

        assertThat(sumOfChanges(state, catalog))
                .isEqualTo(
                        switch (effect) {
                            case REFILL_ENERGY -> throw new AssertionError("not for cards");
                            case ENERGY_MAX_ADD, FUNZ_PER_TAP_ADD -> 2 * 10_000;
                            case ENERGY_REGEN_MULTIPLY -> 2 * 1_000;
                            case FUNZ_PER_TAP_MULTIPLY -> 2;
                            case INCOME_MULTIPLY -> 2 * 100;
                        });
    }

    private static long sumOfChanges(PlayerState state, Catalog catalog) {
        return funzPerTap(state, catalog, START)
                - 1
                + energyMax(state, catalog, START)
                - 1_000
                + energyRegenMilliPerSecond(state, catalog, START)
                - 1_000
                + incomePerHour(state, catalog, START)
                - 100;
    }

    private static SpecialCardDefinition crown(SpecialCardId id, Effect effect) {
        return new SpecialCardDefinition(
                id, "Crown", "Shines", "crown.png", List.of(), 1, 5, 0, effect, 10_000, List.of());
    }

    @Test
    void what_was_forged_first_makes_no_difference() {
        // Floored step by step, these three make 32 091 in one order and 32 092 in the other.
        Catalog catalog =
                TestCatalog.standard()
                        .energy(new EnergyDefinition(1_000, 10_000))
                        .specialCard(charger("a", 2_345))
                        .specialCard(charger("b", 9_999))
                        .specialCard(charger("c", 2_999))
                        .build();
        Players player = Players.fresh();

        assertThat(
                        Stream.of(List.of("a", "b", "c"), List.of("c", "b", "a"))
                                .map(order -> forgedInTurn(player, order))
                                .map(state -> energyRegenMilliPerSecond(state, catalog, START)))
                .containsExactly(32_091L, 32_091L);
    }

    private static SpecialCardDefinition charger(String id, long addedBps) {
        return new SpecialCardDefinition(
                new SpecialCardId(id),
                "Charger",
                "Charges",
                "charger.png",
                List.of(),
                1,
                5,
                0,
                Effect.ENERGY_REGEN_MULTIPLY,
                addedBps,
                List.of());
    }

    private static PlayerState forgedInTurn(Players player, List<String> ids) {
        List<ForgedCard> cards =
                ids.stream().map(id -> new ForgedCard(new SpecialCardId(id), 1)).toList();
        return player.state().change().forge(new ForgeState(cards)).done();
    }

    @Test
    void what_content_no_longer_has_does_nothing_and_what_is_active_goes_on() {
        PlayerState state =
                Players.fresh()
                        .card(MINER, 3)
                        .card(new CardId("forgotten"), 3)
                        .forged(GOLDEN_MINER, 2)
                        .level(TestBoosters.MULTITAP, 3)
                        .level(TestBoosters.INCOME_MULTIPLIER, 3)
                        .active(TestBoosters.TURBO_TAP, LATER)
                        .state();
        Catalog empty = TestCatalog.standard().emptyShelves().build();

        assertThat(incomePerHour(state, empty, START)).isZero();
        assertThat(funzPerTap(state, empty, START)).isEqualTo(5);
    }

    @Test
    void levels_and_copies_beyond_what_content_has_count_as_the_last_it_has() {
        PlayerState state =
                Players.fresh()
                        .card(MINER, 99)
                        .forged(GOLDEN_MINER, 9)
                        .level(TestBoosters.MULTITAP, 20)
                        .level(TestBoosters.INCOME_MULTIPLIER, 10)
                        .state();
        Catalog shorter = TestCatalog.standard().boosters(each -> withMaxLevel(each, 3)).build();
        long cards = shorter.cardLevels(MINER).getLast().incomePerHour() + 2 * 1_000;

        assertThat(funzPerTap(state, shorter, START)).isEqualTo(1 + 3);
        assertThat(incomePerHour(state, shorter, START)).isEqualTo(cards * 13 * 11 / 100);
    }

    @Test
    void levels_of_a_booster_that_is_no_longer_permanent_do_nothing() {
        PlayerState state = Players.fresh().level(TestBoosters.TURBO_TAP, 20).state();

        assertThat(funzPerTap(state, CATALOG, START)).isEqualTo(1);
    }

    private static BoosterDefinition withMaxLevel(BoosterDefinition booster, int maxLevel) {
        return booster.isPermanent() ? TestBoosters.withMaxLevel(booster, maxLevel) : booster;
    }

    @Test
    void effects_say_whether_they_multiply_or_are_over_at_once() {
        assertThat(Arrays.stream(Effect.values()).filter(Effect::isMultiplier))
                .containsExactly(
                        Effect.ENERGY_REGEN_MULTIPLY,
                        Effect.FUNZ_PER_TAP_MULTIPLY,
                        Effect.INCOME_MULTIPLY);
        assertThat(Arrays.stream(Effect.values()).filter(Effect::isInstant))
                .containsExactly(Effect.REFILL_ENERGY);
    }

    private static FrenzyState frenzy(long untilMillis) {
        return new FrenzyState(0, untilMillis, 30_000, 0);
    }

    private static ActiveBooster times(Effect effect, long bps) {
        return new ActiveBooster(
                new BoosterType(effect.name().toLowerCase(Locale.ROOT)), effect, bps, LATER);
    }
}
