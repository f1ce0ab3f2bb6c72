package com.luckyfunatic.engine.catalog;

import static com.luckyfunatic.engine.catalog.SmallCatalog.MINER;
import static com.luckyfunatic.engine.catalog.SmallCatalog.ROBOT;
import static com.luckyfunatic.engine.catalog.SmallCatalog.ROCKET;
import static com.luckyfunatic.engine.catalog.SmallCatalog.SHARD;
import static com.luckyfunatic.engine.catalog.SmallCatalog.mistake;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.forge.Ingredient;
import com.luckyfunatic.engine.forge.Ingredient.CardLevels;
import com.luckyfunatic.engine.forge.Ingredient.Items;
import com.luckyfunatic.engine.item.ItemId;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CollectionMistakesTest {
    private static final String STORY = "stories[0 dawn]";
    private static final String ITEM = "items[0 shard]";
    private static final String SPECIAL = "specialCards[0 idol]";

    static Stream<Arguments> mistakesOfStoriesAndItems() {
        CatalogDefinition valid = SmallCatalog.definition();
        return Stream.of(
                mistake(
                        "exchanges[1 north].id",
                        "is already the id of exchanges[0 north]",
                        "exchanges",
                        Collections.nCopies(2, valid.exchanges().getFirst())),
                mistake("exchanges[0 north].name", "must not be blank", "exchanges[0].name", " "),
                mistake(
                        "stories[1 dawn].id",
                        "is already the id of stories[0 dawn]",
                        "stories",
                        Collections.nCopies(2, valid.stories().getFirst())),
                mistake(STORY + ".name", "must not be blank", "stories[0].name", " "),
                mistake(STORY + ".chapter", "must not be blank", "stories[0].chapter", "\n"),
                mistake(
                        STORY + ".chapter",
                        "must have at most 4000 characters, has 4001",
                        "stories[0].chapter",
                        "c".repeat(4_001)),
                mistake(
                        STORY + ".chapter",
                        "must have no control characters except line breaks",
                        "stories[0].chapter",
                        "bell\u0007"),
                mistake(
                        STORY + ".cards",
                        "must name at least one card",
                        "stories[0].cards",
                        List.of()),
                mistake(
                        STORY + ".cards[1]",
                        "there is no card 'ghost'",
                        "stories[0].cards",
                        List.of(MINER, new CardId("ghost"))),
                mistake(
                        STORY + ".cards[2]",
                        "names 'miner' twice",
                        "stories[0].cards",
                        List.of(MINER, ROBOT, MINER)),
                mistake(
                        STORY + ".rewardFunz",
                        "must be 0 to 9007199254740991, was -1",
                        "stories[0].rewardFunz",
                        -1L),
                mistake(
                        STORY + ".rewardJokers",
                        "must be 0 to 9007199254740991, was -1",
                        "stories[0].rewardJokers",
                        -1L),
                mistake(
                        "items[1 shard].id",
                        "is already the id of items[0 shard]",
                        "items",
                        Collections.nCopies(2, valid.items().getFirst())),
                mistake(ITEM + ".name", "must not be blank", "items[0].name", ""),
                mistake(ITEM + ".description", "must not be blank", "items[0].description", ""),
                mistake(
                        ITEM + ".max",
                        "must be 1 to 1000000000, was 2000000000",
                        "items[0].max",
                        2_000_000_000));
    }

    static Stream<Arguments> mistakesOfSpecialCards() {
        return Stream.of(
                mistake(
                        "specialCards[1 idol].id",
                        "is already the id of specialCards[0 idol]",
                        "specialCards",
                        Collections.nCopies(
                                2, SmallCatalog.definition().specialCards().getFirst())),
                mistake(SPECIAL + ".name", "must not be blank", "specialCards[0].name", ""),
                mistake(
                        SPECIAL + ".description",
                        "must not be blank",
                        "specialCards[0].description",
                        ""),
                mistake(SPECIAL + ".image", "must not be blank", "specialCards[0].image", ""),
                mistake(
                        SPECIAL + ".jokers",
                        "must be 0 to 9007199254740991, was -1",
                        "specialCards[0].jokers",
                        -1L),
                mistake(
                        SPECIAL + ".forgeLimit",
                        "must be 1 to 1000, was 0",
                        "specialCards[0].forgeLimit",
                        0),
                mistake(
                        SPECIAL + ".incomePerHour",
                        "must be 0 to 9007199254740991, was -1",
                        "specialCards[0].incomePerHour",
                        -1L),
                mistake(
                        SPECIAL + ".magnitude",
                        "must be left out or 0, because there is no effect, was 1",
                        "specialCards[0].effect",
                        null),
                mistake(
                        SPECIAL + ".effect",
                        "must last: a special card works for good",
                        "specialCards[0].effect",
                        Effect.REFILL_ENERGY),
                mistake(
                        SPECIAL + ".magnitude",
                        "must be 1 to 1000000000, was 0",
                        "specialCards[0].magnitude",
                        0L),
                mistake(
                        SPECIAL + ".magnitude",
                        "2 times 250000 on top of ×1 make 510000, above multiplierCapBps, 500000",
                        "specialCards[0].effect",
                        Effect.FUNZ_PER_TAP_MULTIPLY,
                        "specialCards[0].magnitude",
                        250_000L));
    }

    static Stream<Arguments> mistakesOfIngredients() {
        String at = SPECIAL + ".ingredients";
        return Stream.of(
                mistake(
                        at,
                        "must not be empty unless jokers are paid: forging consumes something",
                        "specialCards[0].ingredients",
                        List.of(),
                        "specialCards[0].jokers",
                        0L),
                ingredients(
                        at + "[0].card",
                        "there is no card 'ghost'",
                        new CardLevels(new CardId("ghost"), 1)),
                ingredients(
                        at + "[0].levels",
                        "must be 1 to 10, the last level of miner, was 11",
                        new CardLevels(MINER, 11)),
                ingredients(
                        at + "[0].card",
                        "can never be met: rocket is only announced",
                        new CardLevels(ROCKET, 1)),
                ingredients(
                        at + "[1].card",
                        "names 'miner' twice; add the levels up",
                        new CardLevels(MINER, 1),
                        new CardLevels(MINER, 2)),
                ingredients(
                        at + "[0].item",
                        "there is no item 'ghost'",
                        new Items(new ItemId("ghost"), 1)),
                ingredients(
                        at + "[0].count",
                        "must be 1 to 10, the most a player holds of shard, was 11",
                        new Items(SHARD, 11)),
                ingredients(
                        at + "[0].count",
                        "must be 1 to 10, the most a player holds of shard, was 0",
                        new Items(SHARD, 0)),
                ingredients(
                        at + "[2].item",
                        "names 'shard' twice; add the counts up",
                        new Items(SHARD, 1),
                        new CardLevels(MINER, 1),
                        new Items(SHARD, 2)));
    }

    private static Arguments ingredients(String row, String reason, Ingredient... ingredients) {
        return mistake(row, reason, "specialCards[0].ingredients", List.of(ingredients));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"mistakesOfStoriesAndItems", "mistakesOfSpecialCards", "mistakesOfIngredients"})
    void is_found_with_row_and_reason(String row, String reason, CatalogDefinition broken) {
        assertThat(CatalogValidator.validate(broken))
                .containsExactly(new CatalogProblem(row, reason));
    }

    @Test
    void more_ingredients_than_a_recipe_takes_are_told() {
        CatalogDefinition broken =
                Edit.set(
                        SmallCatalog.definition(),
                        "specialCards[0].ingredients",
                        Collections.nCopies(21, new Items(SHARD, 1)));
        assertThat(CatalogValidator.validate(broken))
                .hasSize(21)
                .startsWith(
                        new CatalogProblem(
                                SPECIAL + ".ingredients", "must have at most 20 rows, has 21"));
    }

    @Test
    void a_story_may_name_a_card_that_is_only_announced() {
        CatalogDefinition good =
                Edit.set(SmallCatalog.definition(), "stories[0].cards", List.of(MINER, ROCKET));
        assertThat(CatalogValidator.validate(good)).isEmpty();
    }
}
