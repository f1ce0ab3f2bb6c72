package com.luckyfunatic.engine.catalog;

import static com.luckyfunatic.engine.catalog.SmallCatalog.mistake;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.minigame.MinigameId;
import java.time.Duration;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MinigameMistakesTest {
    private static final String STARS = "minigames[0 stars]";
    private static final String ADDRESS =
            "must be an https:// address or a path that begins with /, was ";

    static Stream<Arguments> mistakes() {
        return Stream.of(
                stars("name", "must not be blank", " "),
                stars("description", "must not be blank", ""),
                stars("url", ADDRESS + "http://example.com/", "http://example.com/"),
                stars("url", ADDRESS + "javascript:alert(1)", "javascript:alert(1)"),
                stars("url", ADDRESS + "//example.com/x", "//example.com/x"),
                stars("image", ADDRESS + "icon.svg", "icon.svg"),
                stars("minDuration", "must not be negative, was PT-1S", Duration.ofSeconds(-1)),
                stars(
                        "minDuration",
                        "must be shorter than maxDuration, PT1M, was PT1M",
                        Duration.ofMinutes(1)),
                stars("maxDuration", "must be longer than PT0S, was PT0S", Duration.ZERO),
                stars(
                        "maxDuration",
                        "must be at most PT24H, was PT24H0.001S",
                        Duration.ofDays(1).plusMillis(1)),
                stars("maxScore", "must be 1 to 9007199254740991, was 0", 0L),
                stars(
                        "maxScore",
                        "must be 1 to 9007199254740991, was 9007199254740992",
                        Amounts.MAX + 1),
                stars("maxScorePerSecond", "must be 1 to 1000000000, was 0", 0L),
                stars(
                        "maxScorePerSecond",
                        "must be 1 to 1000000000, was 1000000001",
                        1_000_000_001L),
                mistake(
                        "minigames[1 stars].id",
                        "is already the id of minigames[0 stars]",
                        "minigames[1].id",
                        new MinigameId("stars")),
                mistake(
                        "minigames[1 " + "x".repeat(56) + "].id",
                        "must have at most 55 characters, because its board is named after it",
                        "minigames[1].id",
                        new MinigameId("x".repeat(56))),
                mistake(
                        "minigames",
                        "must have at most 1000 rows, has 1001",
                        "minigames",
                        Collections.nCopies(
                                1_001, SmallCatalog.definition().minigames().getFirst())));
    }

    private static Arguments stars(String field, String reason, Object value) {
        return mistake(STARS + "." + field, reason, "minigames[0]." + field, value);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("mistakes")
    void is_found_with_row_and_reason(String row, String reason, CatalogDefinition broken) {
        assertThat(CatalogValidator.validate(broken))
                .containsExactly(new CatalogProblem(row, reason));
    }
}
