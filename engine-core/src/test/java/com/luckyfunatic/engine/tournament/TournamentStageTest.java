package com.luckyfunatic.engine.tournament;

import static com.luckyfunatic.engine.tournament.TournamentStage.CANCELLED;
import static com.luckyfunatic.engine.tournament.TournamentStage.DONE;
import static com.luckyfunatic.engine.tournament.TournamentStage.DRAFT;
import static com.luckyfunatic.engine.tournament.TournamentStage.PAYING;
import static com.luckyfunatic.engine.tournament.TournamentStage.PUBLISHED;
import static com.luckyfunatic.engine.tournament.TournamentStage.RANKED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TournamentStageTest {
    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of(DRAFT, EnumSet.of(PUBLISHED, CANCELLED)),
                Arguments.of(PUBLISHED, EnumSet.of(RANKED, CANCELLED)),
                Arguments.of(RANKED, EnumSet.of(PAYING, CANCELLED)),
                Arguments.of(PAYING, EnumSet.of(DONE)),
                Arguments.of(DONE, EnumSet.noneOf(TournamentStage.class)),
                Arguments.of(CANCELLED, EnumSet.noneOf(TournamentStage.class)));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void each_stage_leads_to_these_and_to_no_other(
            TournamentStage stage, Set<TournamentStage> next) {
        for (TournamentStage each : TournamentStage.values()) {
            assertThat(stage.canBecome(each))
                    .as("%s to %s", stage, each)
                    .isEqualTo(next.contains(each));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, 0, DRAFT",
        "DRAFT, 1000, DRAFT",
        "DRAFT, 99999, DRAFT",
        "PUBLISHED, 0, SCHEDULED",
        "PUBLISHED, 999, SCHEDULED",
        "PUBLISHED, 1000, OPEN",
        "PUBLISHED, 1999, OPEN",
        "PUBLISHED, 2000, CLOSING",
        "PUBLISHED, 999999, CLOSING",
        "RANKED, 1500, RANKED",
        "PAYING, 1500, PAYING",
        "DONE, 0, DONE",
        "CANCELLED, 1500, CANCELLED"
    })
    void the_state_follows_from_the_stage_and_the_clock(
            TournamentStage stage, long now, TournamentPhase state) {
        TournamentDefinition definition = TestTournaments.between(1_000, 2_000);

        assertThat(TournamentPhase.of(stage, definition, now)).isEqualTo(state);
        assertThat(state.stage()).isEqualTo(stage);
    }

    @Test
    void it_is_over_when_no_score_can_come_and_nobody_is_paying() {
        Tournament open = Tournament.draft(TestTournaments.between(1_000, 2_000)).in(PUBLISHED);
        long end = 2_000 + TournamentDefinition.GRACE.toMillis();

        assertThat(open.isOver(end)).isFalse();
        assertThat(open.isOver(end + 1)).isTrue();
        assertThat(open.holding().isOver(end + 1)).isFalse();
        assertThat(open.in(RANKED).isOver(end + 1)).isFalse();
    }
}
