package com.luckyfunatic.engine.catalog;

import static com.luckyfunatic.engine.catalog.SmallCatalog.MINER;
import static com.luckyfunatic.engine.catalog.SmallCatalog.ROBOT;
import static com.luckyfunatic.engine.catalog.SmallCatalog.ROCKET;
import static com.luckyfunatic.engine.catalog.SmallCatalog.mistake;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.card.CardCategory;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.card.CardLevel;
import com.luckyfunatic.engine.card.CategoryId;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.requirement.Requirement.InviteFriends;
import com.luckyfunatic.engine.requirement.Requirement.OwnCard;
import com.luckyfunatic.engine.requirement.Requirement.ReachRank;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CardMistakesTest {
    private static final String CURVE = "cards[0 miner]";
    private static final String ROWS = "cards[1 robot]";
    private static final String OWN_LEVELS =
            "must be left out or 0, because the card has levels of its own, was ";

    static Stream<Arguments> mistakesOfFields() {
        CategoryId tools = new CategoryId("tools");
        return Stream.of(
                mistake(
                        "categories[1 tools].id",
                        "is already the id of categories[0 tools]",
                        "categories",
                        List.of(new CardCategory(tools, "Tools"), new CardCategory(tools, "More"))),
                mistake("categories[0 tools].name", "must not be blank", "categories[0].name", ""),
                mistake(
                        "cards[2 robot].id",
                        "is already the id of cards[1 robot]",
                        "cards[2].id",
                        ROBOT),
                mistake(CURVE + ".name", "must not be blank", "cards[0].name", "\u2003"),
                mistake(CURVE + ".description", "must not be blank", "cards[0].description", ""),
                mistake(
                        CURVE + ".image",
                        "must have at most 300 characters, has 301",
                        "cards[0].image",
                        "/".repeat(301)),
                mistake(
                        CURVE + ".category",
                        "there is no category 'toys'",
                        "cards[0].category",
                        new CategoryId("toys")),
                mistake(
                        CURVE + ".availableUntil",
                        "must be after availableFrom, 2026-02-01T00:00:00Z, was"
                                + " 2026-02-01T00:00:00Z",
                        "cards[0].availableFrom",
                        Instant.parse("2026-02-01T00:00:00Z"),
                        "cards[0].availableUntil",
                        Instant.parse("2026-02-01T00:00:00Z")),
                mistake(
                        CURVE + ".availableFrom",
                        "must be 1970-01-01T00:00:00Z to 9999-12-31T23:59:59Z, was"
                                + " -1000000000-01-01T00:00:00Z",
                        "cards[0].availableFrom",
                        Instant.MIN));
    }

    static Stream<Arguments> mistakesOfLevels() {
        return Stream.of(
                mistake(
                        CURVE + ".basePrice",
                        "must be 1 to 9007199254740991, was 0",
                        "cards[0].basePrice",
                        0L),
                mistake(
                        CURVE + ".baseIncomePerHour",
                        "must be 1 to 9007199254740991, was -1",
                        "cards[0].baseIncomePerHour",
                        -1L),
                mistake(
                        CURVE + ".maxLevel",
                        "must be 1 to 100, was 101",
                        "cards[0].maxLevel",
                        101,
                        "cards[0].basePrice",
                        1L),
                mistake(
                        CURVE + ".basePrice",
                        "the price passes 9007199254740991 at level 35 of 40",
                        "cards[0].maxLevel",
                        40),
                mistake(ROWS + ".basePrice", OWN_LEVELS + "3", "cards[1].basePrice", 3L),
                mistake(
                        ROWS + ".baseIncomePerHour",
                        OWN_LEVELS + "4",
                        "cards[1].baseIncomePerHour",
                        4L),
                mistake(
                        ROWS + ".maxLevel",
                        "must be the number of rows in levels, 2, was 3",
                        "cards[1].maxLevel",
                        3),
                mistake(
                        ROWS + ".levels",
                        "must have at most 100 rows, has 101",
                        "cards[1].levels",
                        Collections.nCopies(101, new CardLevel(1, 1)),
                        "cards[1].maxLevel",
                        101),
                mistake(
                        ROWS + ".levels[1].price",
                        "must be 1 to 9007199254740991, was 0",
                        "cards[1].levels[1].price",
                        0L),
                mistake(
                        ROWS + ".levels[0].incomePerHour",
                        "must be 1 to 9007199254740991, was 0",
                        "cards[1].levels[0].incomePerHour",
                        0L),
                mistake(
                        ROWS + ".levels[1].incomePerHour",
                        "must not be below that of the level before, 50, was 49",
                        "cards[1].levels[1].incomePerHour",
                        49L));
    }

    static Stream<Arguments> mistakesOfRequirements() {
        String at = CURVE + ".requirements";
        return Stream.of(
                requirement(
                        at + "[0].card",
                        "there is no card 'ghost'",
                        new OwnCard(new CardId("ghost"), 1)),
                requirement(
                        at + "[1].level",
                        "must be 1 to 2, the last level of robot, was 3",
                        new ReachRank(3),
                        new OwnCard(ROBOT, 3)),
                requirement(
                        at + "[0].level",
                        "must be 1 to 2, the last level of robot, was 0",
                        new OwnCard(ROBOT, 0)),
                requirement(
                        at + "[0].card",
                        "can never be met: rocket is only announced",
                        new OwnCard(ROCKET, 1)),
                requirement(
                        at + "[0].rank", "must be 1 to 3, the last rank, was 4", new ReachRank(4)),
                requirement(
                        at + "[0].rank", "must be 1 to 3, the last rank, was 0", new ReachRank(0)),
                requirement(
                        at + "[0].friends", "must be 1 to 1000000, was 0", new InviteFriends(0)),
                requirement(
                        at,
                        "must have at most 20 rows, has 21",
                        Collections.nCopies(21, new ReachRank(1)).toArray(Requirement[]::new)),
                requirement(at, "can never be met: miner needs miner", new OwnCard(MINER, 1)),
                mistake(
                        "boosters[1 turbo].requirements[0].rank",
                        "must be 1 to 3, the last rank, was 9",
                        "boosters[1].requirements",
                        List.of(new ReachRank(9))),
                mistake(
                        "specialCards[0 idol].requirements[0].card",
                        "can never be met: rocket is only announced",
                        "specialCards[0].requirements",
                        List.of(new OwnCard(ROCKET, 1))));
    }

    private static Arguments requirement(String row, String reason, Requirement... requirements) {
        return mistake(row, reason, "cards[0].requirements", List.of(requirements));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"mistakesOfFields", "mistakesOfLevels", "mistakesOfRequirements"})
    void is_found_with_row_and_reason(String row, String reason, CatalogDefinition broken) {
        assertThat(CatalogValidator.validate(broken))
                .containsExactly(new CatalogProblem(row, reason));
    }

    @Test
    void an_income_past_the_cap_is_told_with_its_level() {
        CatalogDefinition broken =
                Edit.set(SmallCatalog.definition(), "cards[0].baseIncomePerHour", 1L << 52);
        assertThat(CatalogValidator.validate(broken))
                .contains(
                        new CatalogProblem(
                                CURVE + ".baseIncomePerHour",
                                "the income passes 9007199254740991 at level 2 of 10"));
    }

    @Test
    void cards_that_wait_for_each_other_are_told_once_from_the_first_of_them() {
        CatalogDefinition broken = SmallCatalog.definition();
        broken = Edit.set(broken, "cards[2].comingSoon", false);
        broken = Edit.set(broken, "cards[0].requirements", List.of(new OwnCard(ROBOT, 1)));
        broken = Edit.set(broken, "cards[1].requirements", List.of(new OwnCard(ROCKET, 2)));
        broken = Edit.set(broken, "cards[2].requirements", List.of(new OwnCard(ROBOT, 1)));
        assertThat(CatalogValidator.validate(broken))
                .containsExactly(
                        new CatalogProblem(
                                ROWS + ".requirements",
                                "can never be met: robot needs rocket, rocket needs robot"));
    }

    @Test
    void a_card_that_is_only_announced_may_wait_for_another_one() {
        CatalogDefinition good =
                Edit.set(
                        Edit.set(SmallCatalog.definition(), "cards[0].comingSoon", true),
                        "cards[2].requirements",
                        List.of(new OwnCard(MINER, 10)));
        CatalogDefinition withoutIngredient =
                Edit.set(good, "specialCards[0].ingredients", List.of());
        assertThat(CatalogValidator.validate(withoutIngredient)).isEmpty();
    }
}
