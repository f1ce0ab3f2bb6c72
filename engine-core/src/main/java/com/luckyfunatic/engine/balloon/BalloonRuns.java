package com.luckyfunatic.engine.balloon;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.leaderboard.BoardId;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.minigame.BoardRuns;
import com.luckyfunatic.engine.minigame.MinigameBoards;
import com.luckyfunatic.engine.minigame.MinigameDefinition;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.minigame.MinigameRefusal;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.minigame.RunScore;
import com.luckyfunatic.engine.minigame.TournamentRuns;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.MinigameRuns;
import com.luckyfunatic.engine.tournament.TournamentId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Games of balloons as runs of the minigame {@link #MINIGAME}, so that their board can be made
 * again and a tournament can be played in them. Nobody but the server scores such a run: the
 * catalog has no minigame of that name. Thread-safe; calls block on the storage.
 */
public final class BalloonRuns {
    /** The name that balloons have among the minigames. */
    public static final MinigameId MINIGAME = new MinigameId("balloon");

    /** The board of the best scores of all times. */
    public static final BoardId BOARD = MinigameDefinition.board(MINIGAME);

    /** Of a player's games, the best one counts. */
    public static final Scoring SCORING = new Scoring(ScoringMethod.BEST, ScoringDirection.HIGHER);

    private final GameEngine engine;
    private final TournamentRuns tournaments;
    private final MinigameBoards boards;

    /** Records games of {@code engine}. */
    public BalloonRuns(GameEngine engine, TournamentRuns tournaments) {
        this.engine = engine;
        this.tournaments = tournaments;
        boards = new MinigameBoards(engine.storage().leaderboards(), tournaments);
    }

    /** Returns the runs that make {@link #BOARD}. */
    public static BoardRuns board(GameStorage storage) {
        return BoardRuns.of(MINIGAME, SCORING, storage);
    }

    /**
     * Returns why {@code player} cannot play in {@code tournament} now; empty when that is
     * possible.
     */
    public Optional<MinigameRefusal> whyNot(PlayerId player, TournamentId tournament) {
        return Optional.ofNullable(
                tournaments.admit(tournament, MINIGAME, player, engine.clock().millis()).refusal());
    }

    /**
     * Records that a game has begun; again is no error.
     *
     * @param tournament which tournament it is played in; null for none
     * @param startedAtMillis when it began, epoch milliseconds
     * @param seed what it draws its balloons from, 0 to 2^53 − 1
     */
    public void begin(
            PlayerId player,
            BalloonGameId game,
            @Nullable TournamentId tournament,
            long startedAtMillis,
            long seed) {
        long duration = engine.catalog().balloon().duration().toMillis();
        runs().start(
                        new MinigameRun(
                                engine.ids().next(),
                                player,
                                operationId(game),
                                MINIGAME,
                                tournament,
                                startedAtMillis,
                                startedAtMillis + duration,
                                seed,
                                0,
                                null),
                        Integer.MAX_VALUE);
    }

    /**
     * Records what a game came to, and brings it to the boards; again counts nothing twice.
     *
     * @param score the points, 0 or more
     * @param atMillis when the game ended, epoch milliseconds
     * @throws IllegalStateException when nobody has recorded its beginning
     */
    public void finish(PlayerId player, BalloonGameId game, long score, long atMillis) {
        MinigameRun begun =
                runs().find(player, operationId(game))
                        .orElseThrow(
                                () -> new IllegalStateException("game " + game + " never began"));
        long at = Math.max(atMillis, begun.startedAtMillis());
        RunScore taken = new RunScore(score, at, null, engine.ids().next(), null);
        boards.submit(board(engine.storage()), runs().score(begun.id(), taken).orElseThrow());
    }

    private static OperationId operationId(BalloonGameId game) {
        return OperationId.own("balloons:" + game);
    }

    private MinigameRuns runs() {
        return engine.storage().minigameRuns();
    }
}
