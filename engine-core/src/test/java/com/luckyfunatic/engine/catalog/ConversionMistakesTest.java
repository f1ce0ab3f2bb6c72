package com.luckyfunatic.engine.catalog;

import static com.luckyfunatic.engine.catalog.SmallCatalog.CRATE;
import static com.luckyfunatic.engine.catalog.SmallCatalog.SHARD;
import static com.luckyfunatic.engine.catalog.SmallCatalog.mistake;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.item.ItemUse;
import com.luckyfunatic.engine.reward.Reward;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in what items do, and in what they and currencies can be turned into. */
class ConversionMistakesTest {
    private static final String SELL = "conversions[0 sell]";
    private static final String BUY = "conversions[1 buy]";
    private static final String USE = "items[1 crate].use";

    static Stream<Arguments> mistakesOfConversions() {
        return Stream.of(
                mistake(SELL + ".name", "must not be blank", "conversions[0].name", " "),
                most("must be 1 to 1000000, was 0", 0),
                most("must be 1 to 1000000, was -1", -1),
                most("must be 1 to 1000000, was 1000001", 1_000_001),
                daily("must be 1 to 1000000, was 0", 0),
                daily("must be 1 to 1000000, was -2", -2),
                daily("must be 1 to 1000000, was 1000001", 1_000_001),
                mistake(
                        SELL + ".from.items[0].item",
                        "there is no item 'ghost'",
                        "conversions[0].from.items[0].item",
                        new ItemId("ghost")),
                mistake(
                        SELL + ".from",
                        "must pay something",
                        "conversions[0].from",
                        Reward.NOTHING),
                mistake(SELL + ".to", "must pay something", "conversions[0].to.funz", 0L),
                mistake(
                        SELL + ".to.funz",
                        "must be 0 to 9007199254740991, was -1",
                        "conversions[0].to.funz",
                        -1L),
                mistake(
                        SELL + ".to.funz",
                        "5 at once make more than 9007199254740991",
                        "conversions[0].to.funz",
                        Amounts.MAX / 5 + 1,
                        "conversions[1].from.funz",
                        Amounts.MAX / 5 + 1,
                        "conversions[1].maxPerOperation",
                        1),
                mistake(
                        SELL + ".to.jokers",
                        "5 at once make more than 9007199254740991",
                        "conversions[0].to.jokers",
                        Amounts.MAX),
                mistake(
                        SELL + ".from.items[0].count",
                        "1000000 at once make more than 1000000000",
                        "items[0].max",
                        2_000,
                        "conversions[0].from.items[0].count",
                        1_001,
                        "conversions[0].maxPerOperation",
                        1_000_000,
                        "conversions[0].dailyLimit",
                        1_000_000),
                mistake(
                        SELL + ".to",
                        "must not give the item shard, which it takes",
                        "conversions[0].to",
                        Reward.ofItems(SHARD, 1)),
                mistake(
                        BUY + ".to",
                        "must not give funz, which it takes",
                        "conversions[1].to.funz",
                        5L),
                mistake(
                        BUY + ".to",
                        "together with sell gives more than it takes",
                        "conversions[1].from.funz",
                        9L),
                mistake(
                        "conversions",
                        "must have at most 1000 rows, has 1001",
                        "conversions",
                        Collections.nCopies(
                                1_001, SmallCatalog.definition().conversions().getFirst())),
                mistake(
                        "conversions[1 sell].id",
                        "is already the id of conversions[0 sell]",
                        "conversions",
                        Collections.nCopies(
                                2, SmallCatalog.definition().conversions().getFirst())));
    }

    private static Arguments most(String reason, int most) {
        return mistake(SELL + ".maxPerOperation", reason, "conversions[0].maxPerOperation", most);
    }

    private static Arguments daily(String reason, int limit) {
        return mistake(SELL + ".dailyLimit", reason, "conversions[0].dailyLimit", limit);
    }

    static Stream<Arguments> mistakesOfUses() {
        ItemDefinition crate = SmallCatalog.definition().items().get(1);
        return Stream.of(
                mistake(
                        USE + ".reward",
                        "must pay something",
                        "items[1].use",
                        new ItemUse.Opens(Reward.NOTHING)),
                mistake(
                        USE + ".reward.items[0].item",
                        "there is no item 'ghost'",
                        "items[1].use.reward.items[0].item",
                        new ItemId("ghost")),
                mistake(
                        USE + ".reward",
                        "holds crate again, so that opening would never end",
                        "items[1].use",
                        opens(CRATE)),
                mistake(
                        USE + ".booster",
                        "there is no booster 'ghost'",
                        "items[1].use",
                        new ItemUse.Boosts(new BoosterType("ghost"))),
                mistake(
                        USE + ".booster",
                        "must be timed or instant: multi is permanent",
                        "items[1].use",
                        new ItemUse.Boosts(new BoosterType("multi"))),
                mistake(
                        "items[0 shard].use",
                        "must be left out: using the dailyBonus.spinItem spins the wheel",
                        "items",
                        List.of(
                                new ItemDefinition(
                                        SHARD,
                                        "Shard",
                                        "Of glass.",
                                        10,
                                        new ItemUse.Opens(Reward.ofFunz(1))),
                                crate)));
    }

    private static ItemUse opens(ItemId... items) {
        return new ItemUse.Opens(
                new Reward(0, 0, Stream.of(items).map(item -> new ItemStack(item, 1)).toList()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"mistakesOfConversions", "mistakesOfUses"})
    void is_found_with_row_and_reason(String row, String reason, CatalogDefinition broken) {
        assertThat(CatalogValidator.validate(broken))
                .containsExactly(new CatalogProblem(row, reason));
    }

    @Test
    void crates_that_hold_each_other_are_told() {
        ItemId sack = new ItemId("sack");
        CatalogDefinition small = SmallCatalog.definition();
        CatalogDefinition broken =
                Edit.set(
                        small,
                        "items",
                        List.of(
                                small.items().getFirst(),
                                new ItemDefinition(CRATE, "Crate", "Of wood.", 5, opens(sack)),
                                new ItemDefinition(sack, "Sack", "Soft.", 5, opens(SHARD, CRATE))));

        assertThat(CatalogValidator.validate(broken))
                .extracting(CatalogProblem::row)
                .containsExactly(USE + ".reward", "items[2 sack].use.reward");
    }

    @Test
    void crates_in_crates_that_end_and_boosters_of_items_are_good() {
        ItemId sack = new ItemId("sack");
        CatalogDefinition small = SmallCatalog.definition();
        CatalogDefinition good =
                Edit.set(
                        small,
                        "items",
                        List.of(
                                small.items().getFirst(),
                                new ItemDefinition(CRATE, "Crate", "Of wood.", 5, opens(sack)),
                                new ItemDefinition(sack, "Sack", "Soft.", 5, opens(SHARD)),
                                new ItemDefinition(
                                        new ItemId("gum"),
                                        "Gum",
                                        "Hot.",
                                        5,
                                        new ItemUse.Boosts(new BoosterType("turbo")))));

        assertThat(CatalogValidator.validate(good)).isEmpty();
    }
}
