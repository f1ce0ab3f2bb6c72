package com.luckyfunatic.engine.testkit;

import static com.luckyfunatic.engine.leaderboard.ScoringDirection.HIGHER;
import static com.luckyfunatic.engine.leaderboard.ScoringDirection.LOWER;
import static com.luckyfunatic.engine.leaderboard.ScoringMethod.AVERAGE;
import static com.luckyfunatic.engine.leaderboard.ScoringMethod.BEST;
import static com.luckyfunatic.engine.leaderboard.ScoringMethod.SUM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.leaderboard.Board;
import com.luckyfunatic.engine.leaderboard.BoardEntry;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.leaderboard.BoardSettings;
import com.luckyfunatic.engine.leaderboard.LeaderboardRefusal;
import com.luckyfunatic.engine.leaderboard.RankedPlace;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome.Counted;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome.Refused;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome.Repeated;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.storage.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of leaderboards does. */
public abstract class LeaderboardsContract extends StorageContract {
    private static final int STEPS = 120;

    private final List<BoardId> opened = new ArrayList<>();

    /** Leaves no board behind, and so checks that boards can be dropped. */
    @AfterEach
    public final void dropBoards() {
        for (BoardId board : opened) {
            boards().drop(board);
            assertThat(boards().find(board)).isEmpty();
            assertThat(boards().size(board)).isZero();
            assertThat(boards().page(board, null, 1).items()).isEmpty();
            boards().drop(board);
        }
    }

    @Test
    public void a_board_that_nobody_opened_is_not_there() {
        BoardId board = board();
        PlayerId player = unknownPlayer();

        assertThat(boards().find(board)).isEmpty();
        assertThat(boards().size(board)).isZero();
        assertThat(boards().page(board, null, 10)).isEqualTo(new Page<>(List.of(), false));
        assertThat(boards().rank(board, player)).isEmpty();
        assertThat(boards().entry(board, player)).isEmpty();
        assertThat(boards().around(board, player, 10)).isEmpty();
        assertThat(boards().remove(board, player)).isFalse();
        assertThat(boards().freeze(board)).isFalse();
        assertThat(boards().submit(board, new Submission(player, 1, 1, 1)))
                .isEqualTo(new Refused(LeaderboardRefusal.UNKNOWN_BOARD));
        assertThat(boards().find(board)).isEmpty();
        assertThat(boards().entry(board, player)).isEmpty();
    }

    @Test
    public void a_board_stays_as_it_was_first_opened() {
        BoardId board = board();
        var first = new BoardSettings(new Scoring(BEST, LOWER), 77);

        assertThat(boards().open(board, first)).isEqualTo(new Board(first, false));
        assertThat(boards().open(board, settings(SUM, HIGHER))).isEqualTo(new Board(first, false));
        boards().freeze(board);

        assertThat(boards().open(board, first)).isEqualTo(new Board(first, true));
        assertThat(boards().find(board)).contains(new Board(first, true));
    }

    @Test
    public void a_score_is_counted_ranked_and_told() {
        BoardId board = open(BEST, HIGHER);
        PlayerId player = unknownPlayer();

        BoardEntry entry = counted(board, player, 3, 40, 5_000);

        assertThat(entry.total()).isEqualTo(40);
        assertThat(entry.reachedAtMillis()).isEqualTo(5_000);
        assertThat(boards().entry(board, player)).contains(entry);
        var place = new RankedPlace(1, entry.place(new Scoring(BEST, HIGHER)));
        assertThat(boards().rank(board, player)).contains(place);
        assertThat(boards().around(board, player, 1)).containsExactly(place);
        assertThat(boards().page(board, null, 1).items()).containsExactly(place);
        assertThat(boards().size(board)).isEqualTo(1);
        assertThat(boards().rank(board, unknownPlayer())).isEmpty();
    }

    @Test
    public void a_run_that_comes_again_counts_once() {
        BoardId board = open(SUM, HIGHER);
        PlayerId player = unknownPlayer();
        BoardEntry entry = counted(board, player, 3, 40, 5_000);

        assertThat(boards().submit(board, new Submission(player, 3, 40, 6_000)))
                .isEqualTo(new Repeated(entry));
        assertThat(boards().submit(board, new Submission(player, 3, 41, 5_000)))
                .isEqualTo(new Refused(LeaderboardRefusal.RUN_REUSED));
        assertThat(boards().entry(board, player)).contains(entry);
        assertThat(counted(board, unknownPlayer(), 3, 40, 5_000).total()).isEqualTo(40);
    }

    @Test
    public void one_run_sent_by_many_at_once_counts_once() {
        BoardId board = open(SUM, HIGHER);
        PlayerId player = unknownPlayer();

        List<SubmissionOutcome> outcomes =
                Together.run(50, _ -> boards().submit(board, new Submission(player, 3, 40, 5)));

        assertThat(outcomes.stream().filter(Counted.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Repeated.class::isInstance)).hasSize(49);
        assertThat(boards().entry(board, player).orElseThrow().total()).isEqualTo(40);
    }

    @Test
    public void scores_sent_by_many_at_once_all_count() {
        BoardId board = open(SUM, HIGHER);
        List<PlayerId> players = IntStream.range(0, 5).mapToObj(_ -> unknownPlayer()).toList();

        // Runs out of order: as many as are remembered, so that none is forgotten.
        Together.run(
                40,
                i -> boards().submit(board, new Submission(players.get(i % 5), 1 + i / 5, i, 5)));

        for (int i = 0; i < 5; i++) {
            BoardEntry entry = boards().entry(board, players.get(i)).orElseThrow();
            assertThat(entry.count()).isEqualTo(8);
            assertThat(entry.total()).isEqualTo(8L * i + 5 * 28);
        }
        assertThat(ranking(board)).containsExactlyElementsOf(players.reversed());
    }

    @Test
    public void ties_go_to_whoever_reached_the_score_first() {
        BoardId board = open(BEST, HIGHER);
        PlayerId late = unknownPlayer();
        PlayerId early = unknownPlayer();
        PlayerId same = unknownPlayer();
        PlayerId slow = unknownPlayer();
        counted(board, late, 1, 40, 20);
        counted(board, slow, 1, 39, 5);
        counted(board, same, 1, 40, 10);
        counted(board, early, 1, 40, 10);
        counted(board, slow, 2, 40, 19);
        counted(board, early, 2, 39, 30);
        counted(board, early, 3, 40, 30);

        assertThat(ranking(board)).containsExactly(early, same, slow, late);
    }

    @ParameterizedTest
    @EnumSource
    public void scores_next_to_the_cap_are_told_apart(ScoringDirection direction) {
        BoardId board = open(BEST, direction);
        List<PlayerId> players = new ArrayList<>();
        for (long score : new long[] {Amounts.MAX, Amounts.MAX - 1, Amounts.MAX - 2, 1, 0}) {
            PlayerId player = unknownPlayer();
            players.add(player);
            counted(board, player, 1, score, players.size());
            assertThat(boards().rank(board, player).orElseThrow().place().score().whole())
                    .isEqualTo(score);
        }

        assertThat(ranking(board))
                .containsExactlyElementsOf(direction == HIGHER ? players : players.reversed());
    }

    @ParameterizedTest
    @EnumSource
    public void averages_are_ordered_exactly(ScoringDirection direction) {
        BoardId board = open(AVERAGE, direction);
        PlayerId third = average(board, 1, 0, 0);
        PlayerId half = average(board, 1, 0);
        PlayerId alsoHalf = average(board, 2, 1, 0, 0, 1, 0, 0, 0, 1, 0);
        PlayerId twoThirds = average(board, 1, 1, 0);
        PlayerId one = average(board, 1, 1, 1);
        List<PlayerId> higher = List.of(one, twoThirds, half, alsoHalf, third);
        List<PlayerId> lower = List.of(third, half, alsoHalf, twoThirds, one);

        assertThat(ranking(board)).isEqualTo(direction == HIGHER ? higher : lower);
    }

    private PlayerId average(BoardId board, long... scores) {
        PlayerId player = unknownPlayer();
        for (int i = 0; i < scores.length; i++) {
            counted(board, player, i + 1, scores[i], 100);
        }
        return player;
    }

    @Test
    public void a_frozen_board_takes_no_score_but_still_knows_those_it_took() {
        BoardId board = open(SUM, HIGHER);
        PlayerId player = unknownPlayer();
        BoardEntry entry = counted(board, player, 3, 40, 5);

        assertThat(boards().freeze(board)).isTrue();
        assertThat(boards().freeze(board)).isTrue();

        assertThat(boards().submit(board, new Submission(player, 4, 1, 6)))
                .isEqualTo(new Refused(LeaderboardRefusal.BOARD_FROZEN));
        assertThat(boards().submit(board, new Submission(unknownPlayer(), 4, 1, 6)))
                .isEqualTo(new Refused(LeaderboardRefusal.BOARD_FROZEN));
        assertThat(boards().submit(board, new Submission(player, 3, 40, 5)))
                .isEqualTo(new Repeated(entry));
        assertThat(ranking(board)).containsExactly(player);
    }

    @Test
    public void a_score_after_the_end_is_late() {
        BoardId board = board();
        boards().open(board, new BoardSettings(new Scoring(SUM, HIGHER), 100));
        PlayerId player = unknownPlayer();
        counted(board, player, 1, 5, 100);

        assertThat(boards().submit(board, new Submission(player, 2, 5, 101)))
                .isEqualTo(new Refused(LeaderboardRefusal.SCORE_LATE));
        assertThat(boards().submit(board, new Submission(unknownPlayer(), 2, 5, 101)))
                .isEqualTo(new Refused(LeaderboardRefusal.SCORE_LATE));
        assertThat(ranking(board)).containsExactly(player);
    }

    @Test
    public void who_is_removed_makes_room_and_does_not_come_back() {
        BoardId board = open(BEST, HIGHER);
        PlayerId first = unknownPlayer();
        PlayerId second = unknownPlayer();
        BoardEntry entry = counted(board, first, 1, 9, 1);
        counted(board, second, 1, 8, 1);
        boards().freeze(board);

        assertThat(boards().remove(board, first)).isTrue();
        assertThat(boards().remove(board, first)).isFalse();

        assertThat(boards().rank(board, first)).isEmpty();
        assertThat(boards().around(board, first, 5)).isEmpty();
        assertThat(boards().rank(board, second).orElseThrow().rank()).isEqualTo(1);
        assertThat(boards().size(board)).isEqualTo(1);
        BoardEntry kept = boards().entry(board, first).orElseThrow();
        assertThat(kept.removed()).isTrue();
        assertThat(kept.total()).isEqualTo(entry.total());
        assertThat(boards().submit(board, new Submission(first, 1, 9, 1)))
                .isEqualTo(new Refused(LeaderboardRefusal.PLAYER_REMOVED));
    }

    @Test
    public void who_is_removed_before_any_score_gets_none() {
        BoardId board = open(AVERAGE, HIGHER);
        PlayerId player = unknownPlayer();

        assertThat(boards().remove(board, player)).isFalse();

        assertThat(boards().submit(board, new Submission(player, 1, 9, 1)))
                .isEqualTo(new Refused(LeaderboardRefusal.PLAYER_REMOVED));
        assertThat(boards().size(board)).isZero();
        assertThat(boards().entry(board, player).orElseThrow().count()).isZero();
    }

    @ParameterizedTest(name = "pages of {0}")
    @ValueSource(ints = {1, 2, 3, 11, 12, 13, 100})
    public void pages_follow_each_other_without_gaps_or_repeats(int limit) {
        BoardId board = crowd(12);
        List<RankedPlace> seen = new ArrayList<>();
        Page<RankedPlace> page;
        do {
            BoardPlace after = seen.isEmpty() ? null : seen.getLast().place();
            page = boards().page(board, after, limit);
            assertThat(page.items()).hasSize(Math.min(limit, 12 - seen.size()));
            seen.addAll(page.items());
            assertThat(page.hasMore()).isEqualTo(seen.size() < 12);
        } while (page.hasMore());

        assertThat(seen.stream().map(RankedPlace::rank))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 12).boxed().toList());
        assertThat(seen).isEqualTo(boards().page(board, null, 100).items());
        assertThat(seen.stream().map(RankedPlace::place))
                .isSortedAccordingTo(new Scoring(BEST, HIGHER).order());
    }

    @Test
    public void a_page_goes_on_where_its_cursor_stood_though_the_player_has_moved() {
        BoardId board = crowd(9);
        List<RankedPlace> before = boards().page(board, null, 100).items();
        for (RankedPlace moving : before) {
            counted(board, moving.place().player(), nextId(), 1_000 + moving.rank(), 9_999);

            List<RankedPlace> rest = boards().page(board, moving.place(), 100).items();

            assertThat(players(rest))
                    .containsExactlyElementsOf(
                            players(before.subList((int) moving.rank(), before.size())));
        }
    }

    @ParameterizedTest(name = "{0} around")
    @ValueSource(ints = {1, 2, 3, 4, 9, 10, 12, 100})
    public void those_around_a_player_are_a_part_of_the_ranking(int limit) {
        BoardId board = crowd(10);
        List<RankedPlace> all = boards().page(board, null, 100).items();
        for (RankedPlace own : all) {
            int from = Math.clamp(own.rank() - 1 - limit / 2, 0, Math.max(0, all.size() - limit));

            assertThat(boards().around(board, own.place().player(), limit))
                    .isEqualTo(all.subList(from, Math.min(all.size(), from + limit)));
            assertThat(boards().rank(board, own.place().player())).contains(own);
        }
    }

    @ParameterizedTest(name = "limit {0}")
    @ValueSource(ints = {0, -1, Page.LIMIT_MAX + 1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    public void a_page_of_another_size_is_not_allowed(int limit) {
        BoardId board = crowd(1);

        assertThatIllegalArgumentException().isThrownBy(() -> boards().page(board, null, limit));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> boards().around(board, unknownPlayer(), limit));
    }

    @Test
    public void boards_do_not_know_each_other() {
        BoardId board = open(BEST, HIGHER);
        BoardId other = open(BEST, LOWER);
        PlayerId player = unknownPlayer();
        counted(board, player, 1, 5, 1);
        counted(other, player, 1, 7, 1);
        boards().freeze(board);
        boards().drop(board);

        assertThat(boards().find(board)).isEmpty();
        assertThat(boards().entry(other, player).orElseThrow().total()).isEqualTo(7);
        assertThat(counted(other, player, 2, 3, 1).total()).isEqualTo(3);
    }

    @Test
    public void a_board_that_is_opened_again_after_it_was_dropped_is_empty() {
        BoardId board = crowd(3);
        PlayerId player = boards().page(board, null, 1).items().getFirst().place().player();
        boards().drop(board);

        boards().open(board, settings(SUM, LOWER));

        assertThat(boards().size(board)).isZero();
        assertThat(boards().entry(board, player)).isEmpty();
        assertThat(counted(board, player, 1, 5, 1).count()).isEqualTo(1);
    }

    @Test
    public void sending_everything_again_changes_nothing() {
        BoardId board = open(SUM, HIGHER);
        PlayerId player = unknownPlayer();
        List<Submission> sent =
                LongStream.rangeClosed(1, 20)
                        .mapToObj(run -> new Submission(player, run, run, run))
                        .toList();
        sent.forEach(each -> boards().submit(board, each));
        BoardEntry entry = boards().entry(board, player).orElseThrow();

        for (Submission each : sent) {
            assertThat(boards().submit(board, each)).isNotInstanceOf(Counted.class);
        }

        assertThat(entry.total()).isEqualTo(210);
        assertThat(boards().entry(board, player)).contains(entry);
    }

    static LongStream seeds() {
        return Seeds.all();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    public void a_history_gives_what_a_simple_sorted_list_gives(long seed) {
        List<PlayerId> players = IntStream.range(0, 6).mapToObj(_ -> unknownPlayer()).toList();
        var history = new GeneratedBoard(Seeds.random(seed), players, clock.millis());
        ModelLeaderboards model = new ModelLeaderboards();
        BoardId board = board();
        assertThat(boards().open(board, history.settings()))
                .isEqualTo(model.open(board, history.settings()));
        for (int i = 0; i < STEPS; i++) {
            GeneratedBoard.Step step = history.next();
            assertThat(carryOut(boards(), board, step))
                    .as("%s", step)
                    .isEqualTo(carryOut(model, board, step));
            assertThat(boards().page(board, null, 100)).isEqualTo(model.page(board, null, 100));
        }
        for (PlayerId player : players) {
            assertThat(boards().entry(board, player)).isEqualTo(model.entry(board, player));
            assertThat(boards().around(board, player, 3)).isEqualTo(model.around(board, player, 3));
        }
    }

    private static Object carryOut(Leaderboards boards, BoardId board, GeneratedBoard.Step step) {
        return switch (step) {
            case GeneratedBoard.Step.Submit(Submission submission) ->
                    boards.submit(board, submission);
            case GeneratedBoard.Step.Remove(PlayerId player) -> boards.remove(board, player);
            case GeneratedBoard.Step.Freeze() -> boards.freeze(board);
        };
    }

    private Leaderboards boards() {
        return storage().leaderboards();
    }

    private BoardId board() {
        BoardId board = new BoardId("board_" + nextId());
        opened.add(board);
        return board;
    }

    private BoardId open(ScoringMethod method, ScoringDirection direction) {
        BoardId board = board();
        boards().open(board, settings(method, direction));
        return board;
    }

    private static BoardSettings settings(ScoringMethod method, ScoringDirection direction) {
        return new BoardSettings(new Scoring(method, direction), BoardSettings.NEVER);
    }

    /** Returns a board with {@code size} players, many of whom share a score, and a moment. */
    private BoardId crowd(int size) {
        BoardId board = open(BEST, HIGHER);
        for (int i = 0; i < size; i++) {
            counted(board, unknownPlayer(), 1, i % 3, i % 2);
        }
        return board;
    }

    private BoardEntry counted(BoardId board, PlayerId player, long run, long score, long at) {
        SubmissionOutcome outcome = boards().submit(board, new Submission(player, run, score, at));
        assertThat(outcome).isInstanceOf(Counted.class);
        return ((Counted) outcome).entry();
    }

    private List<PlayerId> ranking(BoardId board) {
        return players(boards().page(board, null, Page.LIMIT_MAX).items());
    }

    private static List<PlayerId> players(List<RankedPlace> places) {
        return places.stream().map(each -> each.place().player()).toList();
    }
}
