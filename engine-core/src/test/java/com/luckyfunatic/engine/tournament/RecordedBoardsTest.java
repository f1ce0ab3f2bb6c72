package com.luckyfunatic.engine.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunFlag;
import com.luckyfunatic.engine.minigame.RunReview;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.player.PlayerId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedBoardsTest {
    private static final long OPENS = 10_000;
    private static final long CLOSES = 20_000;
    private static final TournamentDefinition CUP = TestTournaments.between(OPENS, CLOSES);

    private static MinigameRun run(long startedAt, @Nullable RunScore score) {
        return new MinigameRun(
                1,
                new PlayerId(7),
                new OperationId("run"),
                CUP.minigame(),
                CUP.id(),
                startedAt,
                startedAt + 60_000,
                1,
                2,
                score);
    }

    private static RunScore at(long scoredAt) {
        return new RunScore(400, scoredAt, null, 9, null);
    }

    @ParameterizedTest
    @CsvSource({"9999, false", "10000, true", "19999, true", "20000, false"})
    void a_run_counts_that_began_while_the_tournament_was_open(long startedAt, boolean counts) {
        assertThat(RecordedBoards.isInTime(CUP, run(startedAt, at(CLOSES)))).isEqualTo(counts);
    }

    @Test
    void a_score_counts_until_the_grace_is_over() {
        long last = CUP.endsAtMillis();

        assertThat(RecordedBoards.isInTime(CUP, run(OPENS, at(last)))).isTrue();
        assertThat(RecordedBoards.isInTime(CUP, run(OPENS, at(last + 1)))).isFalse();
        assertThat(RecordedBoards.isInTime(CUP, run(OPENS, null))).as("it has none").isFalse();
    }

    @Test
    void an_approval_counts_until_prizes_are_made_up() {
        RunScore flagged = new RunScore(400, CLOSES, RunFlag.TOO_FAST, 0, null);
        long last = CUP.reviewedUntilMillis();

        for (long late : new long[] {0, 1}) {
            RunScore approved =
                    flagged.reviewed(new RunReview(true, "ada", "watched it", last + late), 9);
            assertThat(RecordedBoards.isInTime(CUP, run(OPENS, approved))).isEqualTo(late == 0);
        }
    }
}
