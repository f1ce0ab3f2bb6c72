package com.luckyfunatic.engine.catalog;

import static com.luckyfunatic.engine.catalog.SmallCatalog.mistake;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.booster.PriceCurve;
import com.luckyfunatic.engine.booster.PriceCurve.Kind;
import com.luckyfunatic.engine.effect.Effect;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BoosterMistakesTest {
    private static final String INSTANT = "boosters[0 refill]";
    private static final String TIMED = "boosters[1 turbo]";
    private static final String PERMANENT = "boosters[2 multi]";
    private static final String FOR_GOOD = ", because a booster with levels is bought for good";

    static Stream<Arguments> mistakesOfAnyKind() {
        return Stream.of(
                mistake(
                        "boosters[2 turbo].type",
                        "is already the type of boosters[1 turbo]",
                        "boosters[2].type",
                        new BoosterType("turbo")),
                mistake(TIMED + ".name", "must not be blank", "boosters[1].name", ""),
                mistake(
                        TIMED + ".name",
                        "must have at most 60 characters, has 61",
                        "boosters[1].name",
                        "n".repeat(61)),
                mistake(
                        TIMED + ".description",
                        "must have at most 300 characters, has 301",
                        "boosters[1].description",
                        "d".repeat(301)),
                mistake(
                        TIMED + ".maxLevel",
                        "must be 0 to 100, was -1",
                        "boosters[1].maxLevel",
                        -1),
                mistake(
                        TIMED + ".cooldown",
                        "must not be negative, was PT-1S",
                        "boosters[1].cooldown",
                        Duration.ofSeconds(-1)),
                mistake(
                        TIMED + ".cooldown",
                        "must be at most PT8760H (365 days), was PT8784H",
                        "boosters[1].cooldown",
                        Duration.ofDays(366)),
                mistake(
                        TIMED + ".dailyLimit",
                        "must be 1 to 1000, or -1 for no limit, was 0",
                        "boosters[1].dailyLimit",
                        0),
                mistake(
                        TIMED + ".dailyLimit",
                        "must be 1 to 1000, or -1 for no limit, was 1001",
                        "boosters[1].dailyLimit",
                        1_001,
                        "boosters[1].price",
                        new PriceCurve(Kind.FIXED, 1)));
    }

    static Stream<Arguments> mistakesOfInstantOnes() {
        return Stream.of(
                mistake(
                        INSTANT + ".magnitude",
                        "must be left out or 0, because the effect is instant, was 7",
                        "boosters[0].magnitude",
                        7L),
                mistake(
                        INSTANT + ".duration",
                        "must be left out or PT0S, because the effect is instant, was PT1M",
                        "boosters[0].duration",
                        Duration.ofMinutes(1)),
                mistake(
                        INSTANT + ".stackable",
                        "must be left out or false: only a timed booster can be extended",
                        "boosters[0].stackable",
                        true));
    }

    static Stream<Arguments> mistakesOfTimedOnes() {
        return Stream.of(
                mistake(
                        TIMED + ".duration",
                        "must be longer than PT0S, was PT0S",
                        "boosters[1].duration",
                        Duration.ZERO),
                mistake(
                        TIMED + ".duration",
                        "must be at most PT8760H (365 days), was PT8784H",
                        "boosters[1].duration",
                        Duration.ofDays(366)),
                mistake(
                        TIMED + ".magnitude",
                        "must be 10000 (×1) to multiplierCapBps, 500000, was 9999",
                        "boosters[1].magnitude",
                        9_999L),
                mistake(
                        TIMED + ".magnitude",
                        "must be 10000 (×1) to multiplierCapBps, 500000, was 500001",
                        "boosters[1].magnitude",
                        500_001L),
                mistake(
                        TIMED + ".magnitude",
                        "must be 1 to 1000000000, was 0",
                        "boosters[1].effect",
                        Effect.ENERGY_MAX_ADD,
                        "boosters[1].magnitude",
                        0L),
                mistake(
                        TIMED + ".stackable",
                        "needs a price or a dailyLimit, or it could be extended without end",
                        "boosters[1].price",
                        new PriceCurve(Kind.FREE, 0),
                        "boosters[1].dailyLimit",
                        -1));
    }

    static Stream<Arguments> mistakesOfPermanentOnes() {
        return Stream.of(
                mistake(
                        PERMANENT + ".maxLevel",
                        "must be left out or 0, because the effect is instant",
                        "boosters[2].effect",
                        Effect.REFILL_ENERGY),
                mistake(
                        PERMANENT + ".maxLevel",
                        "must be 0 to 100, was 101",
                        "boosters[2].maxLevel",
                        101),
                mistake(
                        PERMANENT + ".magnitude",
                        "must be 1 to 1000000000, was 0",
                        "boosters[2].magnitude",
                        0L),
                mistake(
                        PERMANENT + ".magnitude",
                        "20 times 24501 on top of ×1 make 500020, above multiplierCapBps, 500000",
                        "boosters[2].magnitude",
                        24_501L),
                mistake(
                        PERMANENT + ".duration",
                        "must be left out or PT0S" + FOR_GOOD + ", was PT1S",
                        "boosters[2].duration",
                        Duration.ofSeconds(1)),
                mistake(
                        PERMANENT + ".cooldown",
                        "must be left out or PT0S" + FOR_GOOD + ", was PT1S",
                        "boosters[2].cooldown",
                        Duration.ofSeconds(1)),
                mistake(
                        PERMANENT + ".dailyLimit",
                        "must be left out or -1" + FOR_GOOD + ", was 3",
                        "boosters[2].dailyLimit",
                        3),
                mistake(
                        PERMANENT + ".stackable",
                        "must be left out or false: only a timed booster can be extended",
                        "boosters[2].stackable",
                        true));
    }

    static Stream<Arguments> mistakesOfPrices() {
        return Stream.of(
                mistake(
                        INSTANT + ".price.base",
                        "must be left out or 0, because it is free, was 5",
                        "boosters[0].price.base",
                        5L),
                mistake(
                        TIMED + ".price.base",
                        "must be 1 to 9007199254740991, was 0",
                        "boosters[1].price.base",
                        0L),
                mistake(
                        TIMED + ".price.base",
                        "must be 1 to 9007199254740991, was 9007199254740992",
                        "boosters[1].price",
                        new PriceCurve(Kind.FIXED, 1L << 53)),
                mistake(
                        TIMED + ".price.kind",
                        "a price that grows needs a dailyLimit or a maxLevel, or it has no end",
                        "boosters[1].dailyLimit",
                        -1),
                mistake(
                        TIMED + ".price.kind",
                        "a price that grows needs a dailyLimit or a maxLevel, or it has no end",
                        "boosters[1].price.kind",
                        Kind.SQUARE,
                        "boosters[1].dailyLimit",
                        -1),
                mistake(
                        TIMED + ".price.base",
                        "the price passes 9007199254740991 at use or level 51 of 60",
                        "boosters[1].dailyLimit",
                        60),
                mistake(
                        TIMED + ".price.base",
                        "the price passes 9007199254740991 at use or level 2 of 3",
                        "boosters[1].price.base",
                        1L << 52),
                mistake(
                        PERMANENT + ".price.base",
                        "the price passes 9007199254740991 at use or level 4 of 20",
                        "boosters[2].price.base",
                        (1L << 53) / 10));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({
        "mistakesOfAnyKind",
        "mistakesOfInstantOnes",
        "mistakesOfTimedOnes",
        "mistakesOfPermanentOnes",
        "mistakesOfPrices"
    })
    void is_found_with_row_and_reason(String row, String reason, CatalogDefinition broken) {
        assertThat(CatalogValidator.validate(broken))
                .containsExactly(new CatalogProblem(row, reason));
    }
}
