package com.luckyfunatic.engine.prize;

import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentDefinition;

/**
 * Brings boards of tournaments up to the recorded runs, which they are made from: what is sent
 * again counts nothing twice. Thread-safe.
 */
final class ScoreRecord {
    private final GameStorage storage;

    ScoreRecord(GameStorage storage) {
        this.storage = storage;
    }

    /**
     * Sends every recorded score of a tournament to its board, which it opens if need be.
     *
     * @return whether there was any
     */
    boolean resend(Tournament tournament) {
        TournamentDefinition definition = tournament.definition();
        boolean any = false;
        long last = 0;
        Page<MinigameRun> page;
        do {
            page = storage.minigameRuns().counted(tournament.id(), last, Page.LIMIT_MAX);
            for (MinigameRun run : page.items()) {
                RunScore score = run.score();
                if (score == null) {
                    throw new IllegalStateException("run " + run.id() + " counts without a score");
                }
                last = score.countedAs();
                if (isInTime(definition, run, score)) {
                    any = any || isOpened(definition);
                    storage.leaderboards()
                            .submit(
                                    definition.board(),
                                    new Submission(
                                            run.player(), last, score.score(), score.atMillis()));
                }
            }
        } while (page.hasMore());
        return any;
    }

    private boolean isOpened(TournamentDefinition definition) {
        storage.leaderboards().open(definition.board(), definition.boardSettings());
        return true;
    }

    /** As scores are taken while it goes on. */
    private static boolean isInTime(
            TournamentDefinition definition, MinigameRun run, RunScore score) {
        return run.startedAtMillis() >= definition.opensAtMillis()
                && run.startedAtMillis() < definition.closesAtMillis()
                && score.atMillis() <= definition.endsAtMillis();
    }
}
