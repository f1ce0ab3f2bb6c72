package com.luckyfunatic.engine.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.prize.PrizeKind;
import com.luckyfunatic.engine.prize.PrizeTable;
import com.luckyfunatic.engine.requirement.Requirement;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TournamentProblemTest {
    private static final TournamentDefinition GOOD = TestTournaments.between(1_000, 2_000);
    private static final long YEAR = TournamentDefinition.LENGTH_MAX.toMillis();

    @Test
    void nothing_is_wrong_with_a_good_one() {
        assertThat(TournamentProblem.of(GOOD)).isEmpty();
        assertThat(TournamentProblem.of(priced(5, 3, 100, PrizeTable.NONE))).isEmpty();
        assertThat(TournamentProblem.of(TestTournaments.between(0, YEAR))).isEmpty();
    }

    static Stream<Arguments> problems() {
        PrizeTable jokers = new PrizeTable(Currency.JOKERS, 0, 0, PrizeKind.AMOUNTS, List.of());
        return Stream.of(
                Arguments.of(named("x".repeat(41), "Cup"), "id"),
                Arguments.of(named("history", "Cup"), "id"),
                Arguments.of(named("cup", " "), "name"),
                Arguments.of(named("cup", "a\nb"), "name"),
                Arguments.of(named("cup", "x".repeat(101)), "name"),
                Arguments.of(TestTournaments.between(-1, 2_000), "opensAt"),
                Arguments.of(TestTournaments.between(2_000, 2_000), "closesAt"),
                Arguments.of(TestTournaments.between(2_000, 1_000), "closesAt"),
                Arguments.of(TestTournaments.between(1, YEAR + 2), "closesAt"),
                Arguments.of(TestTournaments.between(1, Long.MAX_VALUE), "closesAt"),
                Arguments.of(priced(-1, 1, 0, PrizeTable.NONE), "entryFee"),
                Arguments.of(priced(Amounts.MAX, 1, 2, PrizeTable.NONE), "entryFee"),
                Arguments.of(priced(Amounts.MAX, 1, 0, PrizeTable.NONE), "entryFee"),
                Arguments.of(priced(0, 0, 0, PrizeTable.NONE), "entriesPerPlayer"),
                Arguments.of(priced(0, 101, 0, PrizeTable.NONE), "entriesPerPlayer"),
                Arguments.of(priced(0, 1, -1, PrizeTable.NONE), "seats"),
                Arguments.of(requiring(List.of(new Requirement.ReachRank(0))), "requirements[0]"),
                Arguments.of(
                        requiring(Collections.nCopies(21, new Requirement.ReachRank(2))),
                        "requirements"),
                Arguments.of(priced(5, 1, 0, jokers), "prizes.currency"));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void a_problem_names_its_field(TournamentDefinition definition, String field) {
        assertThat(TournamentProblem.of(definition))
                .isNotEmpty()
                .extracting(TournamentProblem::field)
                .containsOnly(field);
    }

    @Test
    void what_is_wrong_with_the_prizes_is_told_too() {
        PrizeTable wrong = new PrizeTable(Currency.FUNZ, -1, 0, PrizeKind.AMOUNTS, List.of());

        assertThat(TournamentProblem.of(priced(0, 1, 0, wrong)))
                .isNotEmpty()
                .allMatch(each -> each.field().startsWith("prizes."));
    }

    private static TournamentDefinition named(String id, String name) {
        return new TournamentDefinition(
                new TournamentId(id),
                name,
                GOOD.minigame(),
                GOOD.opensAtMillis(),
                GOOD.closesAtMillis(),
                GOOD.scoring(),
                GOOD.currency(),
                0,
                1,
                0,
                List.of(),
                PrizeTable.NONE);
    }

    private static TournamentDefinition priced(
            long fee, int entries, int seats, PrizeTable prizes) {
        return definition(fee, entries, seats, List.of(), prizes);
    }

    private static TournamentDefinition requiring(List<Requirement> requirements) {
        return definition(0, 1, 0, requirements, PrizeTable.NONE);
    }

    private static TournamentDefinition definition(
            long fee, int entries, int seats, List<Requirement> requirements, PrizeTable prizes) {
        return new TournamentDefinition(
                GOOD.id(),
                GOOD.name(),
                GOOD.minigame(),
                GOOD.opensAtMillis(),
                GOOD.closesAtMillis(),
                GOOD.scoring(),
                GOOD.currency(),
                fee,
                entries,
                seats,
                requirements,
                prizes);
    }
}
