package com.luckyfunatic.server.balloon;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.balloon.BalloonCommand.FinishBalloons;
import com.luckyfunatic.engine.balloon.BalloonGameId;
import com.luckyfunatic.engine.balloon.BalloonResult.BalloonsCounted;
import com.luckyfunatic.engine.balloon.BalloonRuns;
import com.luckyfunatic.engine.balloon.BalloonScore;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.server.engine.FollowUpJob;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the results of games: each once, whatever fails in between, because the operation has the
 * game's own name. Thread-safe; calls block.
 */
@Singleton
final class BalloonResults {
    private static final Logger LOG = LoggerFactory.getLogger(BalloonResults.class);

    private static final int ATTEMPTS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final GameEngine engine;
    private final FollowUpJob followUps;
    private final BalloonRuns runs;
    private final BalloonMetrics metrics;

    BalloonResults(
            GameEngine engine, FollowUpJob followUps, BalloonRuns runs, BalloonMetrics metrics) {
        this.engine = engine;
        this.followUps = followUps;
        this.runs = runs;
        this.metrics = metrics;
    }

    /**
     * Keeps a result and its score, trying again for some 13 seconds while a store is away.
     *
     * @return what the client is told
     */
    ServerMessage.End keep(PlayerId player, BalloonGameId game, BalloonScore score) {
        OperationId name = OperationId.own("balloons:" + game);
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                return told(
                        player,
                        game,
                        score,
                        engine.execute(player, name, new FinishBalloons(game, score)));
            } catch (StorageException e) {
                if (attempt == ATTEMPTS || !pause(pause)) {
                    metrics.lost();
                    LOG.error("the result of game {} of player {} is lost", game, player, e);
                    return end(score, "storage_unavailable");
                }
                pause = pause.multipliedBy(2);
            }
        }
    }

    /** Returns false when the thread is to end. */
    private static boolean pause(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ServerMessage.End told(
            PlayerId player, BalloonGameId game, BalloonScore score, Answer answer) {
        return switch (answer.outcome()) {
            case Outcome.Accepted(BalloonsCounted counted) -> {
                followUps.mayHaveCome();
                runs.finish(player, game, score.score(), answer.nowMillis());
                yield new ServerMessage.End(
                        score.score(),
                        score.popped(),
                        score.missed(),
                        true,
                        null,
                        counted.funz(),
                        counted.best(),
                        counted.isBest(),
                        counted.rewardedLeft());
            }
            case Outcome.Refused(var reason) -> end(score, reason.code());
            case Outcome.Accepted _, Outcome.OperationIdReused() ->
                    throw new IllegalStateException("game " + game + " was kept as something else");
        };
    }

    private static ServerMessage.End end(BalloonScore score, String reason) {
        return new ServerMessage.End(
                score.score(),
                score.popped(),
                score.missed(),
                false,
                reason,
                null,
                null,
                null,
                null);
    }
}
