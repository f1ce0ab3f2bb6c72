package com.luckyfunatic.engine.minigame;

import com.luckyfunatic.engine.leaderboard.LeaderboardRefusal;
import com.luckyfunatic.engine.leaderboard.SubmissionOutcome;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.storage.Page;

/**
 * Brings recorded scores to the boards. A board is made from the recorded runs and can be made
 * again: whatever is sent again counts nothing twice. Thread-safe; calls block on the storage.
 */
public final class MinigameBoards {
    private final Leaderboards boards;
    private final TournamentRuns tournaments;

    /** Brings scores to {@code boards} and to {@code tournaments}. */
    public MinigameBoards(Leaderboards boards, TournamentRuns tournaments) {
        this.boards = boards;
        this.tournaments = tournaments;
    }

    /**
     * Brings the score of a run to the game's own board, and to that of its tournament.
     *
     * @param own the runs of the game's own board
     * @param run one of them, with a score that counts
     */
    public void submit(BoardRuns own, MinigameRun run) {
        SubmissionOutcome outcome = boards.submit(own.board(), BoardRuns.submission(run));
        if (outcome instanceof SubmissionOutcome.Refused(LeaderboardRefusal reason)
                && reason == LeaderboardRefusal.UNKNOWN_BOARD) {
            boards.open(own.board(), own.settings());
            boards.submit(own.board(), BoardRuns.submission(run));
        }
        if (run.tournament() != null) {
            tournaments.submit(run);
        }
    }

    /**
     * Sends scores again that came after {@code after}, and so counts those that are missing
     * because somebody died between the record and the board.
     *
     * @param own the runs of a game's own board
     * @param after what the last score counts as that was sent for sure; 0 for all
     * @return what the last score counts as that was sent now; {@code after} for none
     */
    public long resend(BoardRuns own, long after) {
        long last = after;
        Page<MinigameRun> page;
        do {
            page = own.pages().apply(last);
            for (MinigameRun run : page.items()) {
                submit(own, run);
                last = BoardRuns.score(run).countedAs();
            }
        } while (page.hasMore());
        return last;
    }
}
