package com.luckyfunatic.engine.catalog;

import static com.luckyfunatic.engine.catalog.SmallCatalog.mistake;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BaseMistakesTest {
    private static final long MAX = (1L << 53) - 1;
    private static final String AMOUNT = "must be 0 to 9007199254740991, was ";

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("version", "must not be blank", "version", "  "),
                mistake(
                        "version",
                        "must have at most 64 characters, has 65",
                        "version",
                        "v".repeat(65)),
                mistake(
                        "version",
                        "must be one line without control characters",
                        "version",
                        "a\nb"),
                mistake("start.funz", AMOUNT + "-1", "start.funz", -1L),
                mistake("start.jokers", AMOUNT + (MAX + 1), "start.jokers", MAX + 1),
                mistake("tap.funzPerTap", "must be 1 to 1000000000, was 0", "tap.funzPerTap", 0L),
                mistake(
                        "tap.energyPerTap",
                        "must be 1 to 1000000000, was 0",
                        "tap.energyPerTap",
                        0L),
                mistake(
                        "tap.energyPerTap",
                        "must be at most energy.max, 1000, or nobody can tap, was 1001",
                        "tap.energyPerTap",
                        1_001L),
                mistake("tap.perSecond", "must be 1 to 1000, was 0", "tap.perSecond", 0),
                mistake("tap.burst", "must be 1 to 10000, was 10001", "tap.burst", 10_001),
                mistake("energy.max", "must be 1 to 1000000000, was -5", "energy.max", -5L),
                mistake(
                        "energy.regenMilliPerSecond",
                        "must be 0 to 1000000000, was -1",
                        "energy.regenMilliPerSecond",
                        -1L),
                mistake(
                        "income.cap",
                        "must be longer than PT0S, was PT0S",
                        "income.cap",
                        Duration.ZERO),
                mistake(
                        "income.cap",
                        "must be longer than PT0S, was PT-1S",
                        "income.cap",
                        Duration.ofSeconds(-1)),
                mistake(
                        "income.cap",
                        "must be at most PT8760H (365 days), was PT8760H0.001S",
                        "income.cap",
                        Duration.ofDays(365).plusMillis(1)),
                mistake(
                        "income.cap",
                        "must be whole milliseconds, was PT0.0015S",
                        "income.cap",
                        Duration.ofNanos(1_500_000)),
                mistake(
                        "multiplierCapBps",
                        "must be 10000 to 10000000, was 10000001",
                        "multiplierCapBps",
                        10_000_001L));
    }

    static Stream<Arguments> frenzyMistakes() {
        return Stream.of(
                mistake("frenzy", "must have at least one row, for rank 1", "frenzy", List.of()),
                mistake(
                        "frenzy[0].fromRank",
                        "must be 1 in the first row, was 2",
                        "frenzy[0].fromRank",
                        2),
                mistake(
                        "frenzy[1].fromRank",
                        "must be above that of the row before, 1, was 1",
                        "frenzy[1].fromRank",
                        1),
                mistake(
                        "frenzy[1].fromRank",
                        "can never be reached: the last rank is 3, was 4",
                        "frenzy[1].fromRank",
                        4),
                mistake("frenzy[1].meter", "must be 1 to 1000000, was 0", "frenzy[1].meter", 0),
                mistake(
                        "frenzy[0].multiplierBps",
                        "must be 10000 (×1) to multiplierCapBps, 500000, was 9999",
                        "frenzy[0].multiplierBps",
                        9_999L),
                mistake(
                        "frenzy[0].multiplierBps",
                        "must be 10000 (×1) to multiplierCapBps, 500000, was 500001",
                        "frenzy[0].multiplierBps",
                        500_001L),
                mistake(
                        "frenzy[0].duration",
                        "must be longer than PT0S, was PT0S",
                        "frenzy[0].duration",
                        Duration.ZERO),
                mistake(
                        "frenzy[0].cooldown",
                        "must not be negative, was PT-1M",
                        "frenzy[0].cooldown",
                        Duration.ofMinutes(-1)));
    }

    static Stream<Arguments> rankAndReferralMistakes() {
        return Stream.of(
                mistake("ranks[1].name", "must not be blank", "ranks[1].name", ""),
                mistake(
                        "ranks[0].funzEarned",
                        "must be 0 for the first rank, was 1",
                        "ranks[0].funzEarned",
                        1L),
                mistake(
                        "ranks[0].rewardJokers",
                        "must be left out or 0, because nobody is paid for the rank where"
                                + " everybody starts, was 5",
                        "ranks[0].rewardJokers",
                        5L),
                mistake(
                        "ranks[2].funzEarned",
                        "must be above that of the rank before, 100, was 100",
                        "ranks[2].funzEarned",
                        100L),
                mistake(
                        "ranks[2].funzEarned",
                        "must be 1 to 9007199254740991, was 9007199254740992",
                        "ranks[2].funzEarned",
                        MAX + 1),
                mistake("ranks[1].rewardJokers", AMOUNT + "-1", "ranks[1].rewardJokers", -1L),
                mistake("referral.rewardFunz", AMOUNT + "-1", "referral.rewardFunz", -1L),
                mistake(
                        "referral.premiumRewardFunz",
                        AMOUNT + "-2",
                        "referral.premiumRewardFunz",
                        -2L),
                mistake(
                        "referral.qualifyingTaps",
                        "must be 1 to 1000000000, was 0",
                        "referral.qualifyingTaps",
                        0L),
                mistake(
                        "referral.paidPerDay",
                        "must be 0 to 2147483647, was -1",
                        "referral.paidPerDay",
                        -1));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"mistakes", "frenzyMistakes", "rankAndReferralMistakes"})
    void is_found_with_row_and_reason(String row, String reason, CatalogDefinition broken) {
        assertThat(CatalogValidator.validate(broken))
                .containsExactly(new CatalogProblem(row, reason));
    }

    @ParameterizedTest(name = "no ranks at all")
    @MethodSource("noRanks")
    void content_without_ranks_says_so_first(String row, String reason, CatalogDefinition broken) {
        assertThat(CatalogValidator.validate(broken)).contains(new CatalogProblem(row, reason));
    }

    static Stream<Arguments> noRanks() {
        return Stream.of(
                mistake(
                        "ranks",
                        "must have at least one row, where everybody starts",
                        "ranks",
                        List.of()));
    }
}
