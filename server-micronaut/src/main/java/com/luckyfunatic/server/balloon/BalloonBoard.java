package com.luckyfunatic.server.balloon;

import com.luckyfunatic.engine.balloon.BalloonGameId;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.BoardSettings;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.leaderboard.Submission;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Leaderboards;
import jakarta.inject.Singleton;

/** The board of the best balloon scores of all times. Thread-safe. */
@Singleton
final class BalloonBoard implements BalloonScoreListener {
    /** Its name. */
    static final BoardId BOARD = new BoardId("balloon");

    private static final BoardSettings SETTINGS =
            new BoardSettings(
                    new Scoring(ScoringMethod.BEST, ScoringDirection.HIGHER), BoardSettings.NEVER);

    private final Leaderboards boards;
    private volatile boolean open;

    BalloonBoard(GameStorage storage) {
        boards = storage.leaderboards();
    }

    @Override
    public void scored(PlayerId player, BalloonGameId game, long score, long atMillis) {
        if (!open) {
            boards.open(BOARD, SETTINGS);
            open = true;
        }
        var _ = boards.submit(BOARD, new Submission(player, game.value(), score, atMillis));
    }
}
