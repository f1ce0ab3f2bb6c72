package com.luckyfunatic.engine.catalog;

import static com.luckyfunatic.engine.catalog.SmallCatalog.SHARD;
import static com.luckyfunatic.engine.catalog.SmallCatalog.mistake;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.bonus.BonusDefinition;
import com.luckyfunatic.engine.bonus.StreakDay;
import com.luckyfunatic.engine.bonus.WheelSegment;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.reward.Reward;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BonusMistakesTest {
    private static final String WHEEL = "dailyBonus.wheel";
    private static final String COIN = WHEEL + "[0 coin]";
    private static final String SHARDS = WHEEL + "[1 shards]";

    static Stream<Arguments> mistakesOfTheWheel() {
        WheelSegment coin = SmallCatalog.definition().dailyBonus().wheel().getFirst();
        return Stream.of(
                mistake(
                        "dailyBonus.spinItem",
                        "there is no item 'ghost'",
                        "dailyBonus.spinItem",
                        new ItemId("ghost")),
                mistake(WHEEL, "must have at least one segment", WHEEL, List.of()),
                mistake(
                        WHEEL + "[1 coin].id",
                        "is already the id of dailyBonus.wheel[0 coin]",
                        WHEEL,
                        Collections.nCopies(2, coin)),
                mistake(COIN + ".name", "must not be blank", WHEEL + "[0].name", " "),
                mistake(COIN + ".weight", "must be 1 to 1000000, was 0", WHEEL + "[0].weight", 0),
                mistake(COIN + ".weight", "must be 1 to 1000000, was -5", WHEEL + "[0].weight", -5),
                mistake(
                        COIN + ".weight",
                        "must be 1 to 1000000, was 2147483647",
                        WHEEL + "[0].weight",
                        Integer.MAX_VALUE),
                mistake(
                        WHEEL,
                        "the weights must make at most 1000000 together, make 1000001",
                        WHEEL + "[0].weight",
                        1_000_000),
                mistake(
                        WHEEL,
                        "pays 20 of the spinItem in 19 spins, so that spinning would never end",
                        WHEEL + "[1].prize.items",
                        List.of(new ItemStack(SHARD, 2)),
                        WHEEL + "[1].weight",
                        10));
    }

    static Stream<Arguments> mistakesOfPrizes() {
        return Stream.of(
                mistake(
                        COIN + ".prize",
                        "must pay something: funz, jokers or items",
                        WHEEL + "[0].prize",
                        Reward.NOTHING),
                mistake(
                        COIN + ".prize.funz",
                        "must be 0 to 9007199254740991, was -1",
                        WHEEL + "[0].prize.funz",
                        -1L),
                mistake(
                        SHARDS + ".prize.jokers",
                        "must be 0 to 9007199254740991, was -1",
                        WHEEL + "[1].prize.jokers",
                        -1L),
                items(
                        "[0].item",
                        "there is no item 'ghost'",
                        new ItemStack(new ItemId("ghost"), 1)),
                items(
                        "[0].count",
                        "must be 1 to 10, the most a player holds of shard, was 0",
                        new ItemStack(SHARD, 0)),
                items(
                        "[0].count",
                        "must be 1 to 10, the most a player holds of shard, was 11",
                        new ItemStack(SHARD, 11)),
                items(
                        "[1].item",
                        "names 'shard' twice; add the counts up",
                        new ItemStack(SHARD, 1),
                        new ItemStack(SHARD, 2)));
    }

    static Stream<Arguments> mistakesOfTheStreak() {
        return Stream.of(
                mistake(
                        "dailyBonus.streak",
                        "must have at least one row, for the first day",
                        "dailyBonus.streak",
                        List.of()),
                mistake(
                        "dailyBonus.streak[1].funz",
                        "must be 1 to 9007199254740991, was 0",
                        "dailyBonus.streak[1].funz",
                        0L),
                mistake(
                        "dailyBonus.streak",
                        "must have at most 1000 rows, has 1001",
                        "dailyBonus.streak",
                        Collections.nCopies(1_001, new StreakDay(1))));
    }

    private static Arguments items(String row, String reason, ItemStack... items) {
        return mistake(
                SHARDS + ".prize.items" + row, reason, WHEEL + "[1].prize.items", List.of(items));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"mistakesOfTheWheel", "mistakesOfPrizes", "mistakesOfTheStreak"})
    void is_found_with_row_and_reason(String row, String reason, CatalogDefinition broken) {
        assertThat(CatalogValidator.validate(broken))
                .containsExactly(new CatalogProblem(row, reason));
    }

    @Test
    void more_items_than_a_prize_takes_are_told() {
        CatalogDefinition broken =
                Edit.set(
                        SmallCatalog.definition(),
                        WHEEL + "[1].prize.items",
                        Collections.nCopies(21, new ItemStack(SHARD, 1)));

        assertThat(CatalogValidator.validate(broken))
                .startsWith(
                        new CatalogProblem(
                                SHARDS + ".prize.items", "must have at most 20 rows, has 21"));
    }

    @Test
    void a_wheel_may_give_back_almost_every_spin_and_a_game_may_have_none() {
        CatalogDefinition small = SmallCatalog.definition();
        CatalogDefinition two =
                Edit.set(small, WHEEL + "[1].prize.items", List.of(new ItemStack(SHARD, 2)));

        assertThat(CatalogValidator.validate(Edit.set(two, WHEEL + "[1].weight", 8))).isEmpty();
        assertThat(CatalogValidator.validate(Edit.set(small, "dailyBonus", BonusDefinition.NONE)))
                .isEmpty();
        assertThat(
                        CatalogValidator.validate(
                                Edit.set(
                                        Edit.set(two, WHEEL + "[1].weight", 10),
                                        "dailyBonus.spinItem",
                                        null)))
                .as("without an item for it nobody spins for ever")
                .isEmpty();
    }
}
