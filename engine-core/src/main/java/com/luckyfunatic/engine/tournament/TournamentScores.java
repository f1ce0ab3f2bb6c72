package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.leaderboard.LeaderboardRefusal;
import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Tournaments;
import org.jspecify.annotations.Nullable;

/**
 * Takes scores of runs for tournaments: only of players who have entered and are not out, only of
 * runs that were started while it was open, and at most {@link TournamentDefinition#GRACE} after
 * its end. Thread-safe; calls block on the storage.
 */
public final class TournamentScores {
    private final GameStorage storage;

    /** Takes scores for tournaments in {@code storage}. */
    public TournamentScores(GameStorage storage) {
        this.storage = storage;
    }

    /** Why a score does not count. */
    public enum ScoreRefusal {
        /** There is no such tournament. */
        UNKNOWN_TOURNAMENT,
        /** The run was not started while it was open. */
        NOT_OPEN,
        /** The player has not entered. */
        NOT_ENTERED,
        /** The player was taken out of it. */
        DISQUALIFIED,
        /** It comes after the grace, or the standings are fixed. */
        LATE,
        /** The board does not take it; {@link ScoreOutcome.Refused#board} says why. */
        NOT_COUNTED
    }

    /** What became of a score. */
    public sealed interface ScoreOutcome {
        /** It counts, or has counted before. */
        record Counted(SubmissionOutcome outcome) implements ScoreOutcome {}

        /**
         * It does not count; nothing has changed.
         *
         * @param board why the board does not take it; null when it was not asked
         */
        record Refused(ScoreRefusal reason, @Nullable LeaderboardRefusal board)
                implements ScoreOutcome {}
    }

    /**
     * Returns why {@code player} cannot begin a run in {@code id} at {@code nowMillis}; null when
     * that is possible.
     */
    public @Nullable ScoreRefusal whyNotBegin(TournamentId id, PlayerId player, long nowMillis) {
        Tournament tournament = tournaments().find(id).orElse(null);
        if (tournament == null || tournament.stage() == TournamentStage.DRAFT) {
            return ScoreRefusal.UNKNOWN_TOURNAMENT;
        }
        return tournament.isOpen(nowMillis) ? whyNotTakingPart(id, player) : ScoreRefusal.NOT_OPEN;
    }

    /**
     * Counts the score of a run. Again counts nothing twice.
     *
     * @param runId positive and greater than those of the player's earlier runs
     * @param startedAtMillis when the run was started, by the server's clock, epoch milliseconds
     * @param score any number; the board refuses what is none
     * @param atMillis when the score was reached, by the server's clock, epoch milliseconds
     */
    public ScoreOutcome submit(
            TournamentId id,
            PlayerId player,
            long runId,
            long startedAtMillis,
            long score,
            long atMillis) {
        Tournament tournament = tournaments().find(id).orElse(null);
        ScoreRefusal refused =
                tournament == null
                        ? ScoreRefusal.UNKNOWN_TOURNAMENT
                        : whyNotInTime(tournament, startedAtMillis, atMillis);
        if (refused == null) {
            refused = whyNotTakingPart(id, player);
        }
        if (refused != null || tournament == null) {
            return new ScoreOutcome.Refused(
                    refused == null ? ScoreRefusal.UNKNOWN_TOURNAMENT : refused, null);
        }
        TournamentDefinition definition = tournament.definition();
        // Whoever comes first opens it: a board may be lost like any projection.
        storage.leaderboards().open(definition.board(), definition.boardSettings());
        SubmissionOutcome outcome =
                storage.leaderboards()
                        .submit(definition.board(), new Submission(player, runId, score, atMillis));
        return outcome instanceof SubmissionOutcome.Refused(LeaderboardRefusal reason)
                ? new ScoreOutcome.Refused(ScoreRefusal.NOT_COUNTED, reason)
                : new ScoreOutcome.Counted(outcome);
    }

    private static @Nullable ScoreRefusal whyNotInTime(
            Tournament tournament, long startedAtMillis, long atMillis) {
        TournamentDefinition definition = tournament.definition();
        return switch (tournament.stage()) {
            case DRAFT -> ScoreRefusal.UNKNOWN_TOURNAMENT;
            case CANCELLED -> ScoreRefusal.NOT_OPEN;
            case RANKED, PAYING, DONE -> ScoreRefusal.LATE;
            case PUBLISHED -> {
                if (startedAtMillis < definition.opensAtMillis()
                        || startedAtMillis >= definition.closesAtMillis()) {
                    yield ScoreRefusal.NOT_OPEN;
                }
                yield atMillis > definition.endsAtMillis() ? ScoreRefusal.LATE : null;
            }
        };
    }

    private @Nullable ScoreRefusal whyNotTakingPart(TournamentId id, PlayerId player) {
        if (tournaments().disqualification(id, player).isPresent()) {
            return ScoreRefusal.DISQUALIFIED;
        }
        return tournaments().entriesOf(id, player).stream().anyMatch(each -> each.step().isPaid())
                ? null
                : ScoreRefusal.NOT_ENTERED;
    }

    private Tournaments tournaments() {
        return storage.tournaments();
    }
}
