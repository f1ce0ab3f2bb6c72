package com.luckyfunatic.storage.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.balloon.BalloonDefinition;
import com.luckyfunatic.engine.bonus.BonusDefinition;
import com.luckyfunatic.engine.bonus.StreakDay;
import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.booster.PriceCurve;
import com.luckyfunatic.engine.booster.PriceCurve.Kind;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.card.CardLevel;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.catalog.CatalogDefinition;
import com.luckyfunatic.engine.catalog.StartDefinition;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.energy.EnergyDefinition;
import com.luckyfunatic.engine.forge.Ingredient;
import com.luckyfunatic.engine.forge.SpecialCardDefinition;
import com.luckyfunatic.engine.frenzy.FrenzyLevel;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.item.ItemUse;
import com.luckyfunatic.engine.rank.RankDefinition;
import com.luckyfunatic.engine.referral.ReferralDefinition;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.tap.TapDefinition;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The content that comes with the game has the numbers that the rules of the game promise. */
class StandardCatalogTest {
    private static final CatalogDefinition DEFINITION = CatalogLoader.standard();
    private static final Catalog CATALOG = Catalog.of(DEFINITION);

    @Test
    void players_start_with_nothing_tap_and_rest_at_the_promised_rates() {
        assertThat(CATALOG.start()).isEqualTo(new StartDefinition(0, 0));
        assertThat(CATALOG.tap()).isEqualTo(new TapDefinition(1, 1, 20, 60));
        assertThat(CATALOG.energy()).isEqualTo(new EnergyDefinition(1_000, 1_000));
        assertThat(CATALOG.incomeCapMillis()).isEqualTo(Duration.ofMinutes(90).toMillis());
        assertThat(CATALOG.multiplierCapBps()).isEqualTo(500_000);
        assertThat(DEFINITION.frenzy())
                .containsExactly(
                        new FrenzyLevel(
                                1, 300, 30_000, Duration.ofSeconds(15), Duration.ofSeconds(60)));
        assertThat(CATALOG.referral()).isEqualTo(new ReferralDefinition(5_000, 25_000, 50, 50));
    }

    @Test
    void ranks_stand_at_the_promised_thresholds_and_reward_more_and_more() {
        assertThat(CATALOG.ranks())
                .extracting(RankDefinition::funzEarned)
                .containsExactly(
                        0L,
                        5_000L,
                        25_000L,
                        100_000L,
                        1_000_000L,
                        2_000_000L,
                        10_000_000L,
                        50_000_000L,
                        100_000_000L,
                        1_000_000_000L);
        assertThat(CATALOG.ranks())
                .extracting(RankDefinition::rewardJokers)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void boosters_have_the_promised_effects_durations_limits_and_prices() {
        assertThat(CATALOG.boosters().stream().map(StandardCatalogTest::summary))
                .containsExactly(
                        "full_energy REFILL_ENERGY 0 PT0S PT1H 6 0 FUNZ FREE 0",
                        "turbo_tap FUNZ_PER_TAP_MULTIPLY 50000 PT20S PT10M 3 0 FUNZ FREE 0",
                        "energy_tank ENERGY_MAX_ADD 500 PT1H PT2H 4 0 FUNZ DOUBLING 500",
                        "quick_charge ENERGY_REGEN_MULTIPLY 30000 PT30M PT1H 4 0 FUNZ DOUBLING 800",
                        "income_surge INCOME_MULTIPLY 20000 PT4H PT8H 2 0 JOKERS FIXED 5",
                        "multitap FUNZ_PER_TAP_ADD 1 PT0S PT0S -1 20 FUNZ DOUBLING 1000",
                        "energy_limit ENERGY_MAX_ADD 500 PT0S PT0S -1 20 FUNZ DOUBLING 1000",
                        "income_multiplier INCOME_MULTIPLY 1000 PT0S PT0S -1 10 JOKERS SQUARE 10");
    }

    private static String summary(BoosterDefinition booster) {
        return Stream.of(
                        booster.type(),
                        booster.effect(),
                        booster.magnitude(),
                        booster.duration(),
                        booster.cooldown(),
                        booster.dailyLimit(),
                        booster.maxLevel(),
                        booster.currency(),
                        booster.price().kind(),
                        booster.price().base())
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    @Test
    void the_income_multiplier_costs_the_square_of_the_level_being_bought() {
        PriceCurve curve = new PriceCurve(Kind.SQUARE, 10);
        assertThat(Stream.of(0, 1, 9).map(curve::price)).containsExactly(10L, 40L, 1_000L);
    }

    @Test
    void there_are_exchanges_to_choose_from() {
        assertThat(CATALOG.exchanges()).hasSizeGreaterThan(1);
    }

    @Test
    void cards_come_in_four_categories_of_eight() {
        assertThat(CATALOG.categories()).hasSize(4);
        assertThat(CATALOG.cards()).hasSize(32);
        assertThat(
                        CATALOG.cards().stream()
                                .collect(Collectors.groupingBy(CardDefinition::category)))
                .allSatisfy((category, cards) -> assertThat(cards).hasSize(8));
        assertThat(CATALOG.cards()).filteredOn(CardDefinition::comingSoon).hasSize(1);
        assertThat(CATALOG.cards())
                .allSatisfy(card -> {
                    assertThat(card.maxLevel()).isBetween(20, 25);
                    assertThat(card.currency()).isEqualTo(Currency.FUNZ);
                    assertThat(card.image()).isEqualTo("/assets/cards/" + card.category() + ".svg");
                });
    }

    @Test
    void conditions_of_every_kind_are_in_use() {
        assertThat(CATALOG.cards().stream().flatMap(card -> card.requirements().stream()))
                .hasAtLeastOneElementOfType(Requirement.OwnCard.class)
                .hasAtLeastOneElementOfType(Requirement.ReachRank.class)
                .hasAtLeastOneElementOfType(Requirement.InviteFriends.class);
        assertThat(CATALOG.specialCards().stream().flatMap(card -> card.ingredients().stream()))
                .hasAtLeastOneElementOfType(Ingredient.CardLevels.class)
                .hasAtLeastOneElementOfType(Ingredient.Items.class);
    }

    @Test
    void a_card_pays_for_itself_in_8_to_12_hours_and_each_level_takes_longer() {
        for (CardDefinition card : CATALOG.cards()) {
            List<CardLevel> levels = CATALOG.cardLevels(card.id());
            double previous = 0;
            long income = 0;
            for (CardLevel level : levels) {
                double hours = (double) level.price() / (level.incomePerHour() - income);
                assertThat(hours).as("payback of %s", card.id()).isGreaterThan(previous);
                previous = hours;
                income = level.incomePerHour();
            }
            CardLevel first = levels.getFirst();
            assertThat((double) first.price() / first.incomePerHour())
                    .as("first payback of %s", card.id())
                    .isBetween(8.0, 12.0);
        }
    }

    @Test
    void the_first_card_is_affordable_after_a_minute_of_tapping() {
        CardDefinition cheapest =
                CATALOG.cards().stream()
                        .min(Comparator.comparingLong(CardDefinition::basePrice))
                        .orElseThrow();
        assertThat(cheapest.basePrice()).isLessThanOrEqualTo(60);
        assertThat(cheapest.requirements()).isEmpty();
    }

    @Test
    void stories_have_six_to_eight_cards_that_can_all_be_bought() {
        assertThat(CATALOG.stories())
                .hasSize(4)
                .allSatisfy(story -> {
                    assertThat(story.cards()).hasSizeBetween(6, 8);
                    assertThat(story.cards()).noneMatch(this::isOnlyAnnounced);
                    assertThat(story.rewardFunz()).isPositive();
                    assertThat(story.rewardJokers()).isPositive();
                });
    }

    private boolean isOnlyAnnounced(CardId id) {
        CardDefinition card = CATALOG.card(id);
        return card == null || card.comingSoon();
    }

    @Test
    void half_of_the_six_special_cards_need_no_items_which_only_prizes_give() {
        assertThat(CATALOG.specialCards()).hasSize(6);
        assertThat(CATALOG.specialCards())
                .filteredOn(card ->
                        card.ingredients().stream().noneMatch(Ingredient.Items.class::isInstance))
                .hasSize(3);
        assertThat(CATALOG.specialCards())
                .extracting(SpecialCardDefinition::effect)
                .contains(Effect.FUNZ_PER_TAP_ADD, Effect.INCOME_MULTIPLY, null);
        assertThat(CATALOG.items()).isNotEmpty();
    }

    @Test
    void ten_days_in_a_row_pay_the_promised_amounts() {
        assertThat(CATALOG.dailyBonus().streak())
                .extracting(StreakDay::funz)
                .containsExactly(
                        500L,
                        1_000L,
                        2_500L,
                        5_000L,
                        15_000L,
                        25_000L,
                        100_000L,
                        250_000L,
                        500_000L,
                        1_000_000L);
    }

    @Test
    void the_weights_of_the_wheel_are_basis_points_and_it_pays_everything_there_is() {
        BonusDefinition bonus = CATALOG.dailyBonus();

        assertThat(bonus.rolls()).isEqualTo(10_000);
        assertThat(bonus.wheel()).anyMatch(each -> each.prize().funz() > 0);
        assertThat(bonus.wheel()).anyMatch(each -> each.prize().jokers() > 0);
        assertThat(bonus.wheel().stream().flatMap(each -> each.prize().items().stream()))
                .as("what special cards ask for has a source, and so have spins")
                .extracting(ItemStack::item)
                .containsExactlyInAnyOrderElementsOf(
                        CATALOG.items().stream()
                                .filter(item -> item.use() == null)
                                .map(ItemDefinition::id)
                                .toList());
        assertThat(CATALOG.items())
                .extracting(ItemDefinition::id)
                .contains(Objects.requireNonNull(bonus.spinItem()));
    }

    @Test
    void the_balloon_game_is_short_and_has_prizes_and_bombs() {
        BalloonDefinition balloon = CATALOG.balloon();

        assertThat(balloon.duration()).isEqualTo(Duration.ofSeconds(30));
        assertThat(balloon.kinds()).anyMatch(each -> each.points() < 0);
        assertThat(balloon.kinds()).anyMatch(each -> each.points() >= 10);
        assertThat(balloon.kinds())
                .as("who lives long rises slowly: each leaves the field about when it is gone")
                .allMatch(each -> each.speed() * each.lifetime().toMillis() >= 900_000);
    }

    @Test
    void there_is_something_to_open_something_to_drink_and_something_to_convert() {
        assertThat(CATALOG.items())
                .extracting(ItemDefinition::use)
                .hasAtLeastOneElementOfType(ItemUse.Opens.class)
                .hasAtLeastOneElementOfType(ItemUse.Boosts.class);
        assertThat(CATALOG.conversions())
                .as("of currencies, and of items")
                .anyMatch(each -> each.to().jokers() > 0)
                .anyMatch(each -> each.to().funz() > 0)
                .anyMatch(each -> !each.to().items().isEmpty());
    }

    @Test
    void the_store_sells_for_both_currencies_and_has_what_items_need_a_source_for() {
        assertThat(CATALOG.listings())
                .extracting(ListingDefinition::currency)
                .contains(Currency.FUNZ, Currency.JOKERS);
        assertThat(CATALOG.listings())
                .as("each kind of limit, a gift, a window and a condition")
                .anyMatch(each -> each.dailyLimit() > 0)
                .anyMatch(each -> each.totalLimit() > 0)
                .anyMatch(each -> each.price() == 0)
                .anyMatch(each -> each.availableUntil() != null)
                .anyMatch(each -> !each.requirements().isEmpty());
        assertThat(CATALOG.listings().stream().flatMap(each -> each.goods().items().stream()))
                .extracting(ItemStack::item)
                .containsAll(
                        CATALOG.items().stream()
                                .filter(item -> item.use() != null)
                                .map(ItemDefinition::id)
                                .toList());
    }
}
