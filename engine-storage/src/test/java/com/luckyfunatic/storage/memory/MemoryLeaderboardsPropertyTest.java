package com.luckyfunatic.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.testkit.GeneratedBoard;
import com.luckyfunatic.engine.testkit.ModelLeaderboards;
import com.luckyfunatic.engine.testkit.Seeds;
import com.luckyfunatic.engine.testkit.SettableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Histories of leaderboards give what a simple sorted list of all scores gives: ties, freezes, late
 * scores, runs that come again.
 *
 * <p>The system property {@value #SEEDS_PROPERTY} asks for more of them.
 */
class MemoryLeaderboardsPropertyTest {
    static final String SEEDS_PROPERTY = "funatic.board.seeds";

    private static final long SEEDS = Long.getLong(SEEDS_PROPERTY, 3_000);
    private static final int STEPS = 40;
    private static final int STEPS_BETWEEN_LOOKS = 5;
    private static final BoardId BOARD = new BoardId("board");

    private static final List<PlayerId> PLAYERS =
            LongStream.of(7, 10, 99, Long.MAX_VALUE - 1, Long.MAX_VALUE)
                    .mapToObj(PlayerId::new)
                    .toList();

    @Test
    void every_history_gives_what_a_simple_sorted_list_gives() {
        LongStream.rangeClosed(1, SEEDS).parallel().forEach(this::check);
    }

    @Test
    void players_one_after_the_other_give_the_same_board() {
        LongStream.rangeClosed(1, SEEDS / 10).forEach(this::checkRebuilt);
    }

    private void check(long seed) {
        var history =
                new GeneratedBoard(Seeds.random(seed), PLAYERS, SettableClock.START.toEpochMilli());
        Leaderboards boards = new MemoryStorage().leaderboards();
        Leaderboards model = new ModelLeaderboards();
        boards.open(BOARD, history.settings());
        model.open(BOARD, history.settings());
        List<Object> story = new ArrayList<>(List.of(history.settings()));
        for (int step = 1; step <= STEPS; step++) {
            GeneratedBoard.Step next = history.next();
            story.add(next);
            assertThat(carryOut(boards, next))
                    .as("seed %d: %s", seed, story)
                    .isEqualTo(carryOut(model, next));
            if (step % STEPS_BETWEEN_LOOKS == 0) {
                assertThat(boards.page(BOARD, null, 100))
                        .as("seed %d: %s", seed, story)
                        .isEqualTo(model.page(BOARD, null, 100));
            }
        }
    }

    private static Object carryOut(Leaderboards boards, GeneratedBoard.Step step) {
        return switch (step) {
            case GeneratedBoard.Step.Submit(Submission submission) ->
                    boards.submit(BOARD, submission);
            case GeneratedBoard.Step.Remove(PlayerId player) -> boards.remove(BOARD, player);
            case GeneratedBoard.Step.Freeze() -> boards.freeze(BOARD);
        };
    }

    /** What makes it possible to build a board again from recorded runs. */
    private void checkRebuilt(long seed) {
        var history =
                new GeneratedBoard(Seeds.random(seed), PLAYERS, SettableClock.START.toEpochMilli());
        Leaderboards boards = new MemoryStorage().leaderboards();
        Leaderboards rebuilt = new MemoryStorage().leaderboards();
        boards.open(BOARD, history.settings());
        rebuilt.open(BOARD, history.settings());
        List<Submission> recorded = new ArrayList<>();
        for (int step = 1; step <= STEPS; step++) {
            if (history.next() instanceof GeneratedBoard.Step.Submit(Submission submission)) {
                boards.submit(BOARD, submission);
                recorded.add(submission);
            }
        }
        for (PlayerId player : PLAYERS.reversed()) {
            recorded.stream()
                    .filter(each -> each.player().equals(player))
                    .forEach(each -> rebuilt.submit(BOARD, each));
        }

        assertThat(rebuilt.page(BOARD, null, 100))
                .as("seed %d", seed)
                .isEqualTo(boards.page(BOARD, null, 100));
        recorded.forEach(each -> rebuilt.submit(BOARD, each));
        assertThat(rebuilt.page(BOARD, null, 100))
                .as("seed %d, sent again", seed)
                .isEqualTo(boards.page(BOARD, null, 100));
    }
}
