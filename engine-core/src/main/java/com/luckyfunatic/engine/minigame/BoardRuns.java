package com.luckyfunatic.engine.minigame;

import com.luckyfunatic.engine.leaderboard.Board;
import com.luckyfunatic.engine.leaderboard.BoardEntry;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.BoardSettings;
import com.luckyfunatic.engine.leaderboard.CountedRuns;
import com.luckyfunatic.engine.leaderboard.LeaderboardRules;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * The recorded runs that make a leaderboard. Whoever makes it of them, however often and whatever
 * the leaderboard itself has lost, gets the same. Thread-safe; calls block on the storage.
 *
 * @param board which leaderboard they make
 * @param settings what it is opened with
 * @param pages the runs that count behind a number, in the order of their numbers
 * @param counts which of them count on this board
 */
public record BoardRuns(
        BoardId board,
        BoardSettings settings,
        LongFunction<Page<MinigameRun>> pages,
        Predicate<MinigameRun> counts) {
    /** Returns those of a minigame's own board. */
    public static BoardRuns of(MinigameDefinition game, GameStorage storage) {
        return of(game.id(), game.scoring(), storage);
    }

    /** Returns those of the own board of a minigame, which counts by {@code scoring}. */
    public static BoardRuns of(MinigameId game, Scoring scoring, GameStorage storage) {
        return new BoardRuns(
                MinigameDefinition.board(game),
                new BoardSettings(scoring, BoardSettings.NEVER),
                after -> storage.minigameRuns().counted(game, after, Page.LIMIT_MAX),
                _ -> true);
    }

    /** Goes through all of them, each with the number it counts as, smallest first. */
    public void forEach(Consumer<MinigameRun> action) {
        long last = 0;
        Page<MinigameRun> page;
        do {
            page = pages.apply(last);
            for (MinigameRun run : page.items()) {
                last = score(run).countedAs();
                if (counts.test(run)) {
                    action.accept(run);
                }
            }
        } while (page.hasMore());
    }

    /**
     * Returns what the board keeps of each player, but for which runs have counted. All players are
     * in memory at once, some 150 bytes for each.
     */
    public Map<PlayerId, BoardEntry> entries() {
        Map<PlayerId, BoardEntry> entries = new HashMap<>();
        Board empty = new Board(settings, false);
        forEach(run -> count(empty, entries, submission(run)));
        return entries;
    }

    /** Runs come in the order of their numbers, each once: which have counted is not kept. */
    static void count(Board board, Map<PlayerId, BoardEntry> entries, Submission submission) {
        PlayerId player = submission.player();
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
     * Returns what a run hands in to a leaderboard.
     *
     * @throws IllegalArgumentException when it has no score that counts
     */
    static Submission submission(MinigameRun run) {
        RunScore score = score(run);
        return new Submission(run.player(), score.countedAs(), score.score(), score.atMillis());
    }

    static RunScore score(MinigameRun run) {
        RunScore score = run.score();
        if (score == null || !score.counts()) {
            throw new IllegalArgumentException("run " + run.id() + " has no score that counts");
        }
        return score;
    }
}
