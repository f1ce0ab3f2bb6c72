package com.luckyfunatic.engine.catalog;

import static com.luckyfunatic.engine.catalog.SmallCatalog.mistake;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.tournament.TournamentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TournamentMistakesTest {
    private static final String DAILY = "tournaments[0 daily]";
    private static final String AT = "tournaments[0].";

    static Stream<Arguments> mistakes() {
        String longId = "d".repeat(29);
        return Stream.of(
                mistake(
                        "tournaments[0 " + longId + "].id",
                        "must have at most 28 characters, has 29",
                        AT + "id",
                        new TournamentId(longId)),
                mistake(DAILY + ".name", "must not be blank", AT + "name", " "),
                mistake(
                        DAILY + ".minigame",
                        "there is no minigame 'nothing'",
                        AT + "minigame",
                        new MinigameId("nothing")),
                mistake(
                        DAILY + ".every",
                        "must be longer than PT0S, was PT0S",
                        AT + "every",
                        Duration.ZERO),
                mistake(
                        DAILY + ".lasts",
                        "must be longer than PT0S, was PT-1S",
                        AT + "lasts",
                        Duration.ofSeconds(-1)),
                mistake(
                        DAILY + ".lasts",
                        "must be at most every, PT24H, was PT25H",
                        AT + "lasts",
                        Duration.ofHours(25)),
                mistake(
                        DAILY + ".firstStart",
                        "must be 1970-01-01T00:00:00Z to 2100-01-01T00:00:00Z, was"
                                + " 1969-12-31T23:59:59Z",
                        AT + "firstStart",
                        Instant.parse("1969-12-31T23:59:59Z")),
                mistake(
                        DAILY + ".entryFee",
                        "must be 0 to 9007199254740991, was -1",
                        AT + "entryFee",
                        -1L),
                mistake(
                        DAILY + ".entryFee",
                        "must be at most 90071992547409 for 100 entries",
                        AT + "entryFee",
                        Amounts.MAX),
                mistake(
                        DAILY + ".entriesPerPlayer",
                        "must be 1 to 100, was 0",
                        AT + "entriesPerPlayer",
                        0),
                mistake(DAILY + ".seats", "must be 0 to 10000000, was -1", AT + "seats", -1),
                mistake(
                        DAILY + ".requirements[0].rank",
                        "must be 1 to 3, the last rank, was 9",
                        AT + "requirements",
                        List.of(new Requirement.ReachRank(9))),
                mistake(
                        DAILY + ".prizes.feeBps",
                        "must be 0 to 10000, was 10001",
                        AT + "prizes.feeBps",
                        10_001),
                mistake(
                        DAILY + ".prizes.guaranteed",
                        "must be 0 to 9007199254740991, was -1",
                        AT + "prizes.guaranteed",
                        -1L),
                mistake(
                        "tournaments",
                        "must have at most 1000 rows, has 1001",
                        "tournaments",
                        Collections.nCopies(
                                1_001, SmallCatalog.definition().tournaments().getFirst())),
                mistake(
                        "tournaments[1 daily].id",
                        "is already the id of tournaments[0 daily]",
                        "tournaments",
                        Collections.nCopies(
                                2, SmallCatalog.definition().tournaments().getFirst())));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_told_where_it_is(String row, String reason, CatalogDefinition broken) {
        assertThat(CatalogValidator.validate(broken))
                .containsExactly(new CatalogProblem(row, reason));
    }
}
