package com.luckyfunatic.engine.leaderboard;

import static com.luckyfunatic.engine.leaderboard.ScoringDirection.HIGHER;
import static com.luckyfunatic.engine.leaderboard.ScoringDirection.LOWER;
import static com.luckyfunatic.engine.leaderboard.ScoringMethod.AVERAGE;
import static com.luckyfunatic.engine.leaderboard.ScoringMethod.BEST;
import static com.luckyfunatic.engine.leaderboard.ScoringMethod.COUNT;
import static com.luckyfunatic.engine.leaderboard.ScoringMethod.LAST;
import static com.luckyfunatic.engine.leaderboard.ScoringMethod.SUM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome.Counted;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome.Refused;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome.Repeated;
import com.luckyfunatic.engine.player.PlayerId;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeaderboardRulesTest {
    private static final PlayerId PLAYER = new PlayerId(7);
    private static final long CLOSES = 1_000;

    /** Scores one after the other at 10, 20 … and what is kept after them. */
    record Standing(
            ScoringMethod method,
            ScoringDirection direction,
            List<Long> scores,
            long total,
            long reachedAt) {}

    static Stream<Standing> standings() {
        return Stream.of(
                new Standing(BEST, HIGHER, List.of(5L), 5, 10),
                new Standing(BEST, HIGHER, List.of(5L, 6L), 6, 20),
                new Standing(BEST, HIGHER, List.of(5L, 5L, 4L), 5, 10),
                new Standing(BEST, LOWER, List.of(5L, 6L), 5, 10),
                new Standing(BEST, LOWER, List.of(5L, 0L, 0L), 0, 20),
                new Standing(BEST, HIGHER, List.of(0L, Amounts.MAX), Amounts.MAX, 20),
                new Standing(LAST, HIGHER, List.of(5L, 4L), 4, 20),
                new Standing(LAST, HIGHER, List.of(5L, 4L, 4L), 4, 20),
                new Standing(LAST, LOWER, List.of(5L, 5L), 5, 10),
                new Standing(SUM, HIGHER, List.of(5L, 4L), 9, 20),
                new Standing(SUM, LOWER, List.of(5L, 4L, 0L), 9, 20),
                new Standing(SUM, HIGHER, List.of(Amounts.MAX - 1, 1L), Amounts.MAX, 20),
                new Standing(COUNT, HIGHER, List.of(5L), 1, 10),
                new Standing(COUNT, LOWER, List.of(5L, 0L, Amounts.MAX), 3, 30),
                new Standing(AVERAGE, HIGHER, List.of(5L, 5L), 10, 10),
                new Standing(AVERAGE, HIGHER, List.of(5L, 7L, 6L), 18, 20),
                new Standing(AVERAGE, LOWER, List.of(5L, 6L, 5L), 16, 30));
    }

    @ParameterizedTest
    @MethodSource("standings")
    void a_standing_follows_its_scores(Standing each) {
        Board board = board(each.method(), each.direction());
        BoardEntry entry = null;
        for (int i = 0; i < each.scores().size(); i++) {
            var next = submission(i + 1, each.scores().get(i), 10L * (i + 1));
            entry = counted(board, entry, next);
        }

        assertThat(entry)
                .extracting(BoardEntry::total, BoardEntry::count, BoardEntry::reachedAtMillis)
                .containsExactly(each.total(), (long) each.scores().size(), each.reachedAt());
    }

    /** Who sends scores again sends old ones after new ones. */
    @Test
    void the_last_score_is_that_of_the_latest_run_in_whatever_order_they_come() {
        Board board = board(LAST, HIGHER);
        BoardEntry later = counted(board, null, submission(2, 7, 20));

        BoardEntry earlier = counted(board, later, submission(1, 9, 10));

        assertThat(earlier)
                .extracting(BoardEntry::total, BoardEntry::count, BoardEntry::reachedAtMillis)
                .containsExactly(7L, 2L, 20L);
        assertThat(counted(board, earlier, submission(3, 4, 30)).total()).isEqualTo(4);
    }

    /** A score that does not count. */
    record Refusal(
            LeaderboardRefusal reason,
            @Nullable Board board,
            @Nullable BoardEntry entry,
            Submission submission) {}

    static Stream<Refusal> refusals() {
        Board open = board(SUM, HIGHER);
        Board frozen = new Board(open.settings(), true);
        Board averages = board(AVERAGE, HIGHER);
        BoardEntry entry = entry(Amounts.MAX, 9, runs(10, 18));
        BoardEntry removed = LeaderboardRules.remove(PLAYER, entry);
        BoardEntry full = entry(Amounts.MAX, ScoringMethod.AVERAGED_MAX, runs(10, 18));
        // Each breaks what its row is about and everything that is checked later.
        return Stream.of(
                new Refusal(
                        LeaderboardRefusal.SCORE_NEGATIVE, null, removed, submission(9, -1, 9_999)),
                new Refusal(
                        LeaderboardRefusal.SCORE_NEGATIVE,
                        null,
                        removed,
                        submission(9, Long.MIN_VALUE, 9_999)),
                new Refusal(
                        LeaderboardRefusal.SCORE_TOO_LARGE,
                        null,
                        removed,
                        submission(9, Amounts.MAX + 1, 9_999)),
                new Refusal(
                        LeaderboardRefusal.SCORE_TOO_LARGE,
                        null,
                        removed,
                        submission(9, Long.MAX_VALUE, 9_999)),
                new Refusal(
                        LeaderboardRefusal.UNKNOWN_BOARD, null, removed, submission(9, 1, 9_999)),
                new Refusal(
                        LeaderboardRefusal.PLAYER_REMOVED,
                        frozen,
                        removed,
                        submission(12, 12, 9_999)),
                new Refusal(
                        LeaderboardRefusal.RUN_REUSED, frozen, entry, submission(12, 13, 9_999)),
                new Refusal(
                        LeaderboardRefusal.RUN_FORGOTTEN, frozen, entry, submission(10, 1, 9_999)),
                new Refusal(
                        LeaderboardRefusal.RUN_FORGOTTEN, frozen, entry, submission(9, 1, 9_999)),
                new Refusal(
                        LeaderboardRefusal.BOARD_FROZEN, frozen, entry, submission(19, 1, 9_999)),
                new Refusal(
                        LeaderboardRefusal.SCORE_LATE, open, entry, submission(19, 1, CLOSES + 1)),
                new Refusal(
                        LeaderboardRefusal.SCORE_LATE, open, null, submission(1, 1, CLOSES + 1)),
                new Refusal(
                        LeaderboardRefusal.TOO_MANY_SCORES,
                        averages,
                        full,
                        submission(19, 1, CLOSES)),
                new Refusal(
                        LeaderboardRefusal.TOO_MANY_SCORES,
                        open,
                        entry(3, Amounts.MAX, runs(10, 18)),
                        submission(19, 1, CLOSES)),
                new Refusal(
                        LeaderboardRefusal.SUM_TOO_LARGE, open, entry, submission(19, 1, CLOSES)),
                new Refusal(
                        LeaderboardRefusal.SUM_TOO_LARGE,
                        averages,
                        entry,
                        submission(19, Amounts.MAX, CLOSES)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_does_not_count_is_refused(Refusal each) {
        assertThat(LeaderboardRules.submit(each.board(), each.entry(), each.submission()))
                .isEqualTo(new Refused(each.reason()));
    }

    @Test
    void a_run_that_has_counted_is_recognised_even_on_a_frozen_board_and_too_late() {
        Board frozen = new Board(board(SUM, HIGHER).settings(), true);
        BoardEntry entry = entry(100, 9, runs(10, 18));

        for (long run = 11; run <= 18; run++) {
            assertThat(LeaderboardRules.submit(frozen, entry, submission(run, run, 9_999)))
                    .isEqualTo(new Repeated(entry));
        }
    }

    @Test
    void a_run_between_known_ones_counts_and_the_smallest_id_is_forgotten() {
        BoardEntry entry = new BoardEntry(PLAYER, 5, 9, 10, runs(10, 18, 20), false);

        BoardEntry after = counted(board(SUM, HIGHER), entry, submission(19, 1, 20));

        assertThat(after.runs().forgotten()).isEqualTo(12);
        assertThat(after.runs().latest().stream().map(CountedRun::run))
                .containsExactly(13L, 14L, 15L, 16L, 17L, 18L, 19L, 20L);
    }

    @Test
    void a_run_before_all_that_are_kept_counts_and_is_forgotten_at_once() {
        BoardEntry entry = new BoardEntry(PLAYER, 5, 9, 10, runs(11, 19), false);
        BoardEntry older =
                new BoardEntry(PLAYER, 5, 9, 10, new CountedRuns(3, entry.runs().latest()), false);

        BoardEntry after = counted(board(SUM, HIGHER), older, submission(5, 1, 20));

        assertThat(after.total()).isEqualTo(6);
        assertThat(after.runs()).isEqualTo(new CountedRuns(5, entry.runs().latest()));
        assertThat(LeaderboardRules.submit(board(SUM, HIGHER), after, submission(5, 1, 20)))
                .isEqualTo(new Refused(LeaderboardRefusal.RUN_FORGOTTEN));
    }

    @Test
    void the_moment_of_a_standing_never_falls() {
        Board board = board(BEST, HIGHER);
        BoardEntry first = counted(board, null, submission(1, 5, 100));

        assertThat(counted(board, first, submission(2, 6, 50)).reachedAtMillis()).isEqualTo(100);
    }

    @Test
    void the_last_moment_of_a_board_counts() {
        assertThat(counted(board(BEST, HIGHER), null, submission(1, 5, CLOSES)).total())
                .isEqualTo(5);
    }

    @Test
    void who_is_removed_keeps_the_record_and_who_had_none_gets_an_empty_one() {
        BoardEntry entry = entry(100, 9, runs(10, 18));

        assertThat(LeaderboardRules.remove(PLAYER, entry))
                .isEqualTo(new BoardEntry(PLAYER, 100, 9, 10, entry.runs(), true));
        assertThat(LeaderboardRules.remove(PLAYER, null))
                .isEqualTo(new BoardEntry(PLAYER, 0, 0, 0, CountedRuns.NONE, true));
    }

    @Test
    void places_are_ordered_by_score_then_moment_then_player() {
        BoardPlace high = place(2, 0, 5, 9);
        BoardPlace part = place(1, 1, 5, 9);
        BoardPlace early = place(1, 0, 4, 9);
        BoardPlace small = place(1, 0, 5, 8);
        BoardPlace low = place(1, 0, 5, 9);

        assertThat(Stream.of(low, small, early, part, high).sorted(board(BEST, HIGHER).order()))
                .containsExactly(high, part, early, small, low);
        assertThat(Stream.of(high, part, low, small, early).sorted(board(BEST, LOWER).order()))
                .containsExactly(early, small, low, part, high);
    }

    @Test
    void values_out_of_range_are_not_made() {
        for (long bad : new long[] {-1, Amounts.MAX + 1}) {
            assertThatIllegalArgumentException().isThrownBy(() -> entry(bad, 1, CountedRuns.NONE));
            assertThatIllegalArgumentException().isThrownBy(() -> entry(1, bad, CountedRuns.NONE));
            assertThatIllegalArgumentException().isThrownBy(() -> submission(1, 1, bad));
            assertThatIllegalArgumentException().isThrownBy(() -> place(1, 1, bad, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> place(bad, 1, 1, 1));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new BoardSettings(new Scoring(BEST, LOWER), bad));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> submission(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> place(1, -1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> place(1, Score.ONE, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> entry(0, 0, CountedRuns.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new BoardId("Best of all"));
        assertThatIllegalArgumentException().isThrownBy(() -> runs(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> runs(0, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> runs(3, 4, 3));
    }

    @Test
    void every_refusal_has_a_code_of_its_own() {
        assertThat(Stream.of(LeaderboardRefusal.values()).map(LeaderboardRefusal::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z_]+"));
    }

    private static Board board(ScoringMethod method, ScoringDirection direction) {
        return new Board(new BoardSettings(new Scoring(method, direction), CLOSES), false);
    }

    private static Submission submission(long run, long score, long atMillis) {
        return new Submission(PLAYER, run, score, atMillis);
    }

    private static BoardEntry entry(long total, long count, CountedRuns runs) {
        return new BoardEntry(PLAYER, total, count, 10, runs, false);
    }

    private static BoardPlace place(long whole, long fraction, long reachedAt, long player) {
        return new BoardPlace(new Score(whole, fraction), reachedAt, new PlayerId(player));
    }

    /** Returns runs behind the forgotten one, each with its id as its score, and one more. */
    private static CountedRuns runs(long forgotten, long last, long... more) {
        return new CountedRuns(
                forgotten,
                LongStream.concat(
                                LongStream.rangeClosed(
                                        more.length == 0 ? forgotten + 1 : forgotten + 2, last),
                                LongStream.of(more))
                        .mapToObj(id -> new CountedRun(id, id))
                        .toList());
    }

    private static BoardEntry counted(
            Board board, @Nullable BoardEntry entry, Submission submission) {
        SubmissionOutcome outcome = LeaderboardRules.submit(board, entry, submission);
        assertThat(outcome).isInstanceOf(Counted.class);
        return ((Counted) outcome).entry();
    }
}
