package com.luckyfunatic.engine.minigame;

import com.luckyfunatic.engine.leaderboard.BoardSettings;
import com.luckyfunatic.engine.leaderboard.LeaderboardRefusal;
import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.storage.Page;
import org.jspecify.annotations.Nullable;

/**
 * Brings recorded scores to the boards. A board is made from the recorded runs and can be made
 * again: whatever is sent again counts nothing twice. Thread-safe; calls block on the storage.
 */
public final class MinigameBoards {
    private final GameStorage storage;
    private final TournamentRuns tournaments;

    /** Brings scores from {@code storage} to its boards and to {@code tournaments}. */
    public MinigameBoards(GameStorage storage, TournamentRuns tournaments) {
        this.storage = storage;
        this.tournaments = tournaments;
    }

    /** Brings the score of a run to the game's own board, and to that of its tournament. */
    void submit(MinigameDefinition game, MinigameRun run) {
        SubmissionOutcome outcome = toOwn(game, run);
        if (outcome instanceof SubmissionOutcome.Refused(LeaderboardRefusal reason)
                && reason == LeaderboardRefusal.UNKNOWN_BOARD) {
            open(game);
            toOwn(game, run);
        }
        if (run.tournament() != null) {
            tournaments.submit(run);
        }
    }

    /**
     * Sends scores of {@code game} again that came after {@code after}, and so counts those that
     * are missing because somebody died between the record and the board.
     *
     * @param after what the last score counts as that was sent for sure; 0 for all
     * @return what the last score counts as that was sent now; {@code after} for none
     */
    public long resend(MinigameDefinition game, long after) {
        long last = after;
        Page<MinigameRun> page;
        do {
            page = storage.minigameRuns().counted(game.id(), last, Page.LIMIT_MAX);
            for (MinigameRun run : page.items()) {
                submit(game, run);
                last = score(run).countedAs();
            }
        } while (page.hasMore());
        return last;
    }

    /**
     * Makes the game's own board anew from all that is recorded. While that goes on, standings are
     * incomplete; players who were taken off are on it again. Tournaments' boards stay as they are.
     */
    public void rebuild(MinigameDefinition game) {
        boards().drop(game.board());
        open(game);
        long last = 0;
        Page<MinigameRun> page;
        do {
            page = storage.minigameRuns().counted(game.id(), last, Page.LIMIT_MAX);
            for (MinigameRun run : page.items()) {
                toOwn(game, run);
                last = score(run).countedAs();
            }
        } while (page.hasMore());
    }

    private void open(MinigameDefinition game) {
        boards().open(game.board(), new BoardSettings(game.scoring(), BoardSettings.NEVER));
    }

    private SubmissionOutcome toOwn(MinigameDefinition game, MinigameRun run) {
        RunScore score = score(run);
        return boards().submit(
                        game.board(),
                        new Submission(
                                run.player(), score.countedAs(), score.score(), score.atMillis()));
    }

    private static RunScore score(MinigameRun run) {
        @Nullable RunScore score = run.score();
        if (score == null || !score.counts()) {
            throw new IllegalArgumentException("run " + run.id() + " has no score that counts");
        }
        return score;
    }

    private Leaderboards boards() {
        return storage.leaderboards();
    }
}
