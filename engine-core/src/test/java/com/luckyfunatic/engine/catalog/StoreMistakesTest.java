package com.luckyfunatic.engine.catalog;

import static com.luckyfunatic.engine.catalog.SmallCatalog.SHARD;
import static com.luckyfunatic.engine.catalog.SmallCatalog.mistake;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.quest.QuestCounter;
import com.luckyfunatic.engine.quest.QuestGoal;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StoreMistakesTest {
    private static final String GLASS = "listings[0 glass]";
    private static final String GIFT = "listings[1 gift]";
    private static final String PURSE = "listings[2 purse]";

    static Stream<Arguments> mistakes() {
        var glass = SmallCatalog.definition().listings().getFirst();
        return Stream.of(
                mistake(GLASS + ".name", "must not be blank", "listings[0].name", " "),
                mistake(GLASS + ".description", "must not be blank", "listings[0].description", ""),
                mistake(GLASS + ".image", "must not be blank", "listings[0].image", ""),
                mistake(
                        GLASS + ".price",
                        "must be 0 to 9007199254740991, was -1",
                        "listings[0].price",
                        -1L),
                mistake(
                        GLASS + ".price",
                        "100 at once make more than 9007199254740991",
                        "listings[0].price",
                        Amounts.MAX / 100 + 1),
                mistake(
                        GIFT,
                        "is free, so it must have a dailyLimit or a totalLimit",
                        "listings[1].totalLimit",
                        -1),
                mistake(
                        GLASS + ".goods",
                        "must pay something",
                        "listings[0].goods",
                        Reward.NOTHING),
                mistake(
                        GLASS + ".goods.items[0].item",
                        "there is no item 'ghost'",
                        "listings[0].goods.items[0].item",
                        new ItemId("ghost")),
                mistake(
                        GLASS + ".goods.items[0].count",
                        "must be 1 to 10, the most a player holds of shard, was 11",
                        "listings[0].goods",
                        Reward.ofItems(SHARD, 11)),
                mistake(
                        GLASS + ".goods.items[0].count",
                        "100 at once make more than 1000000000",
                        "items[0].max",
                        1_000_000_000,
                        "listings[0].goods",
                        Reward.ofItems(SHARD, 10_000_001)),
                mistake(
                        GLASS + ".goods.jokers",
                        "100 at once make more than 9007199254740991",
                        "listings[0].goods",
                        new Reward(0, Amounts.MAX / 100 + 1, List.of())),
                mistake(
                        GLASS + ".goods",
                        "must give less than the price back, gives 100",
                        "listings[0].goods",
                        Reward.ofFunz(100)),
                limit("daily", "must be 1 to 1000000, was 0", 0),
                limit("daily", "must be 1 to 1000000, was -2", -2),
                limit("total", "must be 1 to 1000000, was 0", 0),
                limit("total", "must be 1 to 1000000, was 1000001", 1_000_001),
                stock("must be 0 to 9007199254740991, was -2", -2),
                stock("must be 0 to 9007199254740991, was 9007199254740992", Amounts.MAX + 1),
                stars("stars", "must be 1 to 100000, was -1", "stars", -1),
                stars("stars", "must be 1 to 100000, was 100001", "stars", 100_001),
                stars("price", "a listing for Stars has no price besides", "price", 1L),
                stars("stock", "a listing for Stars has no stock", "stock", 7L),
                mistake(
                        GLASS + ".availableUntil",
                        "must be after availableFrom, 2026-06-01T00:00:00Z, was"
                                + " 2026-06-01T00:00:00Z",
                        "listings[0].availableFrom",
                        Instant.parse("2026-06-01T00:00:00Z"),
                        "listings[0].availableUntil",
                        Instant.parse("2026-06-01T00:00:00Z")),
                mistake(
                        GLASS + ".requirements[0].rank",
                        "must be 1 to 3, the last rank, was 4",
                        "listings[0].requirements",
                        List.of(new Requirement.ReachRank(4))),
                mistake(
                        "quests[0 greet].goal.count",
                        "can never be met: no player comes beyond 6, was 7",
                        "listings[0].totalLimit",
                        3,
                        "quests[0].goal",
                        new QuestGoal.Reach(QuestCounter.PURCHASES, 7)),
                mistake(
                        "listings",
                        "must have at most 1000 rows, has 1001",
                        "listings",
                        Collections.nCopies(1_001, glass)),
                mistake(
                        "listings[1 glass].id",
                        "is already the id of listings[0 glass]",
                        "listings",
                        Collections.nCopies(2, glass)));
    }

    private static Arguments limit(String which, String reason, int limit) {
        return mistake(
                GLASS + "." + which + "Limit", reason, "listings[0]." + which + "Limit", limit);
    }

    private static Arguments stars(String at, String reason, String field, Object value) {
        return mistake(PURSE + "." + at, reason, "listings[2]." + field, value);
    }

    private static Arguments stock(String reason, long stock) {
        return mistake(GLASS + ".stock", reason, "listings[0].stock", stock);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("mistakes")
    void is_found_with_row_and_reason(String row, String reason, CatalogDefinition broken) {
        assertThat(CatalogValidator.validate(broken))
                .containsExactly(new CatalogProblem(row, reason));
    }
}
