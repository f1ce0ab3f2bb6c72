package com.luckyfunatic.engine.catalog;

import static com.luckyfunatic.engine.catalog.SmallCatalog.mistake;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.timetrial.Medal;
import com.luckyfunatic.engine.timetrial.TimeTrialId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TimeTrialMistakesTest {
    private static final String SPRINT = "timeTrials[0 sprint]";

    static Stream<Arguments> mistakes() {
        return Stream.of(
                sprint("name", "must not be blank", " "),
                sprint("description", "must not be blank", ""),
                sprint("minigame", "there is no minigame 'ghost'", new MinigameId("ghost")),
                sprint("minTime", "must not be negative, was PT-1S", Duration.ofSeconds(-1)),
                sprint("targets", "must have at least one row", List.of()),
                sprint(
                        "targets[0].time",
                        "must be minTime to maxTime, PT5S to PT1M, was PT1M1S",
                        Duration.ofSeconds(61)),
                sprint(
                        "targets[1].time",
                        "must be minTime to maxTime, PT5S to PT1M, was PT4S",
                        Duration.ofSeconds(4)),
                mistake(
                        SPRINT + ".targets[1]",
                        "must be faster and worth more than the one before",
                        "timeTrials[0].targets[1].time",
                        Duration.ofSeconds(30)),
                mistake(
                        SPRINT + ".targets[1].medal",
                        "is already that of another: bronze",
                        "timeTrials[0].targets[1].medal",
                        Medal.BRONZE),
                sprint("targets[0].reward", "must pay something", Reward.NOTHING),
                mistake(
                        SPRINT + ".targets[0].reward.funz",
                        "3 at once make more than 9007199254740991",
                        "timeTrials[0].targets[0].reward.funz",
                        Amounts.MAX),
                mistake(
                        "timeTrials[1 sprint].id",
                        "is already the id of timeTrials[0 sprint]",
                        "timeTrials[1].id",
                        new TimeTrialId("sprint")),
                mistake(
                        "timeTrials[1 " + "x".repeat(55) + "].id",
                        "must have at most 54 characters, because its board is named after it",
                        "timeTrials[1].id",
                        new TimeTrialId("x".repeat(55))),
                mistake(
                        "timeTrials",
                        "must have at most 1000 rows, has 1001",
                        "timeTrials",
                        Collections.nCopies(
                                1_001, SmallCatalog.definition().timeTrials().getFirst())));
    }

    private static Arguments sprint(String field, String reason, Object value) {
        return mistake(SPRINT + "." + field, reason, "timeTrials[0]." + field, value);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("mistakes")
    void is_found_with_row_and_reason(String row, String reason, CatalogDefinition broken) {
        assertThat(CatalogValidator.validate(broken))
                .containsExactly(new CatalogProblem(row, reason));
    }
}
