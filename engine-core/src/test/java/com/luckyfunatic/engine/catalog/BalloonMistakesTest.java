package com.luckyfunatic.engine.catalog;

import static com.luckyfunatic.engine.catalog.SmallCatalog.mistake;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.balloon.BalloonDefinition;
import com.luckyfunatic.engine.balloon.BalloonKind;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BalloonMistakesTest {
    private static final String KINDS = "balloon.kinds";
    private static final String RED = KINDS + "[0 red]";
    private static final String BOMB = KINDS + "[1 bomb]";

    static Stream<Arguments> mistakesOfTheGame() {
        return Stream.of(
                game("duration", "must be longer than PT0S, was PT0S", Duration.ZERO),
                game("duration", "must be longer than PT0S, was PT-1S", Duration.ofSeconds(-1)),
                game("duration", "must be at most PT10M, was PT11M", Duration.ofMinutes(11)),
                game(
                        "duration",
                        "must be whole milliseconds, was PT30.0000001S",
                        Duration.ofSeconds(30, 100)),
                game("spawnEvery", "must be longer than PT0S, was PT0S", Duration.ZERO),
                game("spawnEvery", "must be at least PT0.1S, was PT0.099S", Duration.ofMillis(99)),
                game("spawnEvery", "must be at most PT30S, was PT31S", Duration.ofSeconds(31)),
                game("popsPerSecond", "must be 1 to 1000, was 0", 0),
                game("popsPerSecond", "must be 1 to 1000, was 1001", 1_001),
                game("popBurst", "must be 1 to 1000, was 0", 0),
                game("popBurst", "must be 1 to 1000, was 1001", 1_001),
                game("funzPerPoint", "must be 0 to 1000000, was -1", -1L),
                game("funzPerPoint", "must be 0 to 1000000, was 1000001", 1_000_001L),
                game("dailyRewardedGames", "must be 0 to 1000, was -1", -1),
                game("dailyRewardedGames", "must be 0 to 1000, was 1001", 1_001));
    }

    private static Arguments game(String field, String reason, Object value) {
        return mistake("balloon." + field, reason, "balloon." + field, value);
    }

    static Stream<Arguments> mistakesOfKinds() {
        BalloonKind red = SmallCatalog.definition().balloon().kinds().getFirst();
        return Stream.of(
                mistake(KINDS, "must have at least one row", KINDS, List.of()),
                mistake(
                        KINDS,
                        "must have at most 1000 rows, has 1001",
                        KINDS,
                        Collections.nCopies(1_001, red)),
                mistake(
                        KINDS + "[1 red].id",
                        "is already the id of balloon.kinds[0 red]",
                        KINDS,
                        Collections.nCopies(2, red)),
                mistake(RED + ".name", "must not be blank", KINDS + "[0].name", " "),
                kind("weight", "must be 1 to 1000000, was 0", 0),
                kind("points", "must be -100000 to 100000, was 100001", 100_001),
                mistake(
                        BOMB + ".points",
                        "must be -100000 to 100000, was -100001",
                        KINDS + "[1].points",
                        -100_001),
                mistake(
                        BOMB + ".points",
                        "must give points, or take some below 0",
                        KINDS + "[1].points",
                        0),
                mistake(KINDS, "must have a kind that gives points", KINDS + "[0].points", -1),
                mistake(
                        KINDS,
                        "the weights must make at most 1000000 together, make 1000001",
                        KINDS + "[0].weight",
                        1_000_000),
                kind("speed", "must be 1 to 10000, was 0", 0),
                kind("speed", "must be 1 to 10000, was 10001", 10_001),
                kind("lifetime", "must be longer than PT0S, was PT0S", Duration.ZERO),
                kind("lifetime", "must be at most PT30S, was PT31S", Duration.ofSeconds(31)));
    }

    private static Arguments kind(String field, String reason, Object value) {
        return mistake(RED + "." + field, reason, KINDS + "[0]." + field, value);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"mistakesOfTheGame", "mistakesOfKinds"})
    void is_found_with_row_and_reason(String row, String reason, CatalogDefinition broken) {
        assertThat(CatalogValidator.validate(broken))
                .containsExactly(new CatalogProblem(row, reason));
    }

    @Test
    void the_largest_game_pays_what_numbers_hold_and_a_game_may_have_none() {
        CatalogDefinition small = SmallCatalog.definition();
        CatalogDefinition large = Edit.set(small, "balloon.duration", Duration.ofMinutes(10));
        large = Edit.set(large, "balloon.spawnEvery", Duration.ofMillis(100));
        large = Edit.set(large, KINDS + "[0].points", 100_000);
        large = Edit.set(large, "balloon.funzPerPoint", 1_000_000L);

        assertThat(CatalogValidator.validate(large)).isEmpty();
        long score = Math.multiplyExact(large.balloon().balloons(), 100_000L);
        assertThat(score * 1_000_000L).isLessThan(Limits.AMOUNT_MAX);
        assertThat(CatalogValidator.validate(Edit.set(small, "balloon", BalloonDefinition.NONE)))
                .isEmpty();
    }
}
