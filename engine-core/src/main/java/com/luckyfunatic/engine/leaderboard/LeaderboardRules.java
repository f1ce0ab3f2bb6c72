package com.luckyfunatic.engine.leaderboard;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome.Counted;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome.Refused;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome.Repeated;
import com.luckyfunatic.engine.player.PlayerId;
import org.jspecify.annotations.Nullable;

/**
 * How a score changes a standing.
 *
 * <p>The moment of a standing moves exactly when its score changes, and never back: ties go to
 * whoever reached the score first. So a best score that is not beaten, a last score that is the
 * same again, zero added to a sum and an average that stays leave it where it is. A player's scores
 * count in the order in which they come in; in what order those of different players do makes no
 * difference, so that a board can be built again from recorded runs, player by player.
 */
public final class LeaderboardRules {
    private LeaderboardRules() {}

    /**
     * Decides about a score.
     *
     * @param board null when there is none
     * @param entry the player's; null when there is none
     */
    public static SubmissionOutcome submit(
            @Nullable Board board, @Nullable BoardEntry entry, Submission submission) {
        if (submission.score() < 0) {
            return new Refused(LeaderboardRefusal.SCORE_NEGATIVE);
        }
        if (submission.score() > Amounts.MAX) {
            return new Refused(LeaderboardRefusal.SCORE_TOO_LARGE);
        }
        if (board == null) {
            return new Refused(LeaderboardRefusal.UNKNOWN_BOARD);
        }
        SubmissionOutcome known = entry == null ? null : known(entry, submission);
        if (known != null) {
            return known;
        }
        if (board.frozen()) {
            return new Refused(LeaderboardRefusal.BOARD_FROZEN);
        }
        if (submission.atMillis() > board.settings().closesAtMillis()) {
            return new Refused(LeaderboardRefusal.SCORE_LATE);
        }
        return count(board.settings().scoring(), entry, submission);
    }

    /**
     * Whether a run has counted does not depend on what has become of the board since: whoever did
     * not get the answer learns it after the freeze too.
     */
    private static @Nullable SubmissionOutcome known(BoardEntry entry, Submission submission) {
        if (entry.removed()) {
            return new Refused(LeaderboardRefusal.PLAYER_REMOVED);
        }
        CountedRun counted = entry.runs().find(submission.run()).orElse(null);
        if (counted != null) {
            return counted.score() == submission.score()
                    ? new Repeated(entry)
                    : new Refused(LeaderboardRefusal.RUN_REUSED);
        }
        return submission.run() <= entry.runs().forgotten()
                ? new Refused(LeaderboardRefusal.RUN_FORGOTTEN)
                : null;
    }

    private static SubmissionOutcome count(
            Scoring scoring, @Nullable BoardEntry entry, Submission submission) {
        long count = entry == null ? 1 : entry.count() + 1;
        if (count > scoring.method().scoresMax()) {
            return new Refused(LeaderboardRefusal.TOO_MANY_SCORES);
        }
        long total = entry == null ? first(scoring, submission) : next(scoring, entry, submission);
        if (total > Amounts.MAX) {
            return new Refused(LeaderboardRefusal.SUM_TOO_LARGE);
        }
        var run = new CountedRun(submission.run(), submission.score());
        if (entry == null) {
            return new Counted(
                    new BoardEntry(
                            submission.player(),
                            total,
                            count,
                            submission.atMillis(),
                            CountedRuns.NONE.with(run),
                            false));
        }
        boolean stays =
                scoring.score(total, count).equals(scoring.score(entry.total(), entry.count()));
        return new Counted(
                new BoardEntry(
                        entry.player(),
                        total,
                        count,
                        stays
                                ? entry.reachedAtMillis()
                                : Math.max(entry.reachedAtMillis(), submission.atMillis()),
                        entry.runs().with(run),
                        false));
    }

    private static long first(Scoring scoring, Submission submission) {
        return scoring.method() == ScoringMethod.COUNT ? 1 : submission.score();
    }

    private static long next(Scoring scoring, BoardEntry entry, Submission submission) {
        return switch (scoring.method()) {
            case BEST -> scoring.better(entry.total(), submission.score());
            case LAST ->
                    entry.runs().isBeyond(submission.run()) ? entry.total() : submission.score();
            case SUM, AVERAGE -> Math.addExact(entry.total(), submission.score());
            case COUNT -> Math.addExact(entry.total(), 1);
        };
    }

    /**
     * Takes a player off a board, for good: later scores are refused. One without scores too.
     *
     * @param entry the player's; null when there is none
     */
    public static BoardEntry remove(PlayerId player, @Nullable BoardEntry entry) {
        return entry == null
                ? new BoardEntry(player, 0, 0, 0, CountedRuns.NONE, true)
                : new BoardEntry(
                        entry.player(),
                        entry.total(),
                        entry.count(),
                        entry.reachedAtMillis(),
                        entry.runs(),
                        true);
    }
}
