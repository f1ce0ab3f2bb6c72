package com.luckyfunatic.engine.prize;

import com.luckyfunatic.engine.leaderboard.Board;
import com.luckyfunatic.engine.leaderboard.BoardEntry;
import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.leaderboard.CountedRuns;
import com.luckyfunatic.engine.leaderboard.LeaderboardRules;
import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunReview;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Standings of a tournament, made from its recorded runs by the rules of leaderboards. Whoever
 * makes them, however often and whatever a leaderboard has lost, gets the same; once no run can be
 * recorded or approved any more, they are final. Disqualified players have no place.
 *
 * <p>All players are in memory at once, some 150 bytes for each. Thread-safe; calls block on the
 * storage.
 */
final class RecordedStandings {
    private final GameStorage storage;

    RecordedStandings(GameStorage storage) {
        this.storage = storage;
    }

    /** Returns who stands where, best first. */
    List<BoardPlace> of(Tournament tournament) {
        TournamentDefinition definition = tournament.definition();
        Board board = new Board(definition.boardSettings(), false);
        Set<PlayerId> out = disqualified(tournament);
        Map<PlayerId, BoardEntry> entries = new HashMap<>();
        long last = 0;
        Page<MinigameRun> page;
        do {
            page = storage.minigameRuns().counted(tournament.id(), last, Page.LIMIT_MAX);
            for (MinigameRun run : page.items()) {
                RunScore score = score(run);
                last = score.countedAs();
                if (isInTime(definition, run) && !out.contains(run.player())) {
                    count(board, entries, run.player(), score);
                }
            }
        } while (page.hasMore());
        return entries.values().stream()
                .map(entry -> entry.place(definition.scoring()))
                .sorted(board.order())
                .toList();
    }

    /** Runs come in the order of their numbers, each once: which have counted is not kept. */
    private static void count(
            Board board, Map<PlayerId, BoardEntry> entries, PlayerId player, RunScore score) {
        Submission submission =
                new Submission(player, score.countedAs(), score.score(), score.atMillis());
        if (LeaderboardRules.submit(board, entries.get(player), submission)
                instanceof SubmissionOutcome.Counted(BoardEntry counted)) {
            entries.put(
                    player,
                    new BoardEntry(
                            player,
                            counted.total(),
                            counted.count(),
                            counted.reachedAtMillis(),
                            CountedRuns.NONE,
                            false));
        }
    }

    /**
     * Returns whether a flagged run of the tournament waits for somebody to look at it, and could
     * count.
     */
    boolean awaitReview(Tournament tournament) {
        long after = 0;
        Page<MinigameRun> page;
        do {
            page = storage.minigameRuns().flagged(after, Page.LIMIT_MAX);
            for (MinigameRun run : page.items()) {
                after = run.id();
                if (tournament.id().equals(run.tournament())
                        && isInTime(tournament.definition(), run)) {
                    return true;
                }
            }
        } while (page.hasMore());
        return false;
    }

    /** As scores are taken while it goes on, and approved before prizes are paid. */
    private static boolean isInTime(TournamentDefinition definition, MinigameRun run) {
        RunScore score = score(run);
        RunReview review = score.review();
        return run.startedAtMillis() >= definition.opensAtMillis()
                && run.startedAtMillis() < definition.closesAtMillis()
                && score.atMillis() <= definition.endsAtMillis()
                && (review == null || review.atMillis() <= definition.reviewedUntilMillis());
    }

    private static RunScore score(MinigameRun run) {
        RunScore score = run.score();
        if (score == null) {
            throw new IllegalStateException("run " + run.id() + " counts without a score");
        }
        return score;
    }

    private Set<PlayerId> disqualified(Tournament tournament) {
        Set<PlayerId> out = new HashSet<>();
        long after = 0;
        Page<TournamentEntry> page;
        do {
            page = storage.tournaments().entries(tournament.id(), after, Page.LIMIT_MAX);
            for (TournamentEntry each : page.items()) {
                if (each.disqualification() != null) {
                    out.add(each.player());
                }
                after = each.number();
            }
        } while (page.hasMore());
        return out;
    }
}
