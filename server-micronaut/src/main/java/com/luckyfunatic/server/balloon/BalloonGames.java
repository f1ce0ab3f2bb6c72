package com.luckyfunatic.server.balloon;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.balloon.BalloonCommand.StartBalloons;
import com.luckyfunatic.engine.balloon.BalloonGame;
import com.luckyfunatic.engine.balloon.BalloonGameId;
import com.luckyfunatic.engine.balloon.BalloonRuns;
import com.luckyfunatic.engine.balloon.BalloonScore;
import com.luckyfunatic.engine.balloon.PopOutcome;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerRefusal;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.minigame.MinigameProblems;
import com.luckyfunatic.server.operation.RefusalProblems;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.websocket.CloseReason;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The games that run on this server, one for each player at most. One thread lets time pass for all
 * of them; results are kept on threads that may block. Thread-safe.
 */
@Singleton
public final class BalloonGames {
    private static final Logger LOG = LoggerFactory.getLogger(BalloonGames.class);

    private static final int GAMES_MAX = 20_000;
    private static final int KEY_BYTES = 16;
    private static final int STARTING = 64;
    private static final long PATIENCE_MILLIS = 500;

    /** So many of a millisecond's games have numbers of their own. */
    private static final int NUMBER_BITS = 20;

    private final GameEngine engine;
    private final BalloonRuns runs;
    private final BalloonResults results;
    private final BalloonMetrics metrics;
    private final InstantSource clock;
    private final ExecutorService blocking;
    private final SecureRandom random = new SecureRandom();

    /** A player's games are started one after the other; players share locks by chance. */
    private final List<Lock> starting =
            Stream.<Lock>generate(ReentrantLock::new).limit(STARTING).toList();

    private final ConcurrentMap<PlayerId, LiveGame> games = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    BalloonGames(
            GameEngine engine,
            BalloonRuns runs,
            BalloonResults results,
            BalloonMetrics metrics,
            InstantSource clock,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.engine = engine;
        this.runs = runs;
        this.results = results;
        this.metrics = metrics;
        this.clock = clock;
        this.blocking = blocking;
        metrics.running(games::size);
    }

    /**
     * Starts a game, which takes the place of the player's one that runs: that one ends with its
     * score. Blocks.
     *
     * @param ticket the number of the ticket it is opened with; null for none
     * @param tournament which tournament it is played in; null for none
     * @throws ProblemException when it cannot be, or the ticket was used
     */
    LiveGame start(PlayerId player, @Nullable Long ticket, @Nullable TournamentId tournament) {
        requireRoom();
        if (tournament != null) {
            runs.whyNot(player, tournament)
                    .ifPresent(reason -> {
                        throw MinigameProblems.of(reason);
                    });
        }
        Lock turn = starting.get(Math.floorMod(player.hashCode(), STARTING));
        if (!await(turn)) {
            throw busy();
        }
        try {
            endRunning(player);
            return startAlone(player, ticket, tournament);
        } finally {
            turn.unlock();
        }
    }

    /** Of two at once, the one that is started last is the one that stays and counts. */
    private static boolean await(Lock turn) {
        try {
            return turn.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** While a store is away its result is not kept, and nobody waits for that for long. */
    private void endRunning(PlayerId player) {
        LiveGame before = games.get(player);
        if (before == null) {
            return;
        }
        end(before, Closing.REPLACED);
        try {
            before.settled().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException | TimeoutException e) {
            throw busy();
        }
    }

    private static ProblemException busy() {
        return ProblemException.retryAfter(
                ProblemCode.NOT_READY, ProblemCode.NOT_READY.description(), 1);
    }

    private LiveGame startAlone(
            PlayerId player, @Nullable Long ticket, @Nullable TournamentId tournament) {
        long now = clock.millis();
        BalloonGameId id = new BalloonGameId(now << NUMBER_BITS | random.nextInt(1 << NUMBER_BITS));
        StartBalloons command = new StartBalloons(id);
        Answer answer =
                ticket == null
                        ? engine.execute(player, command)
                        : engine.execute(
                                player, OperationId.own("balloon-ticket:" + ticket), command);
        switch (answer.outcome()) {
            case Outcome.Accepted _ when !answer.repeated() -> {}
            case Outcome.Refused(PlayerRefusal.UnknownPlayer _) ->
                    throw RefusalProblems.unknownPlayer();
            case Outcome.Refused(var reason) -> throw RefusalProblems.of(reason, engine.catalog());
            case Outcome.Accepted _, Outcome.OperationIdReused() ->
                    throw new ProblemException(
                            ProblemCode.TICKET_USED, ProblemCode.TICKET_USED.description());
        }
        long seed = random.nextLong(Amounts.MAX + 1);
        runs.begin(player, id, tournament, now, seed);
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        LiveGame game =
                new LiveGame(
                        player,
                        id,
                        HexFormat.of().formatHex(key),
                        new BalloonGame(engine.catalog().balloon(), seed, now),
                        now);
        games.put(player, game);
        return game;
    }

    /**
     * Makes sure that somebody plays under this id.
     *
     * @throws ProblemException when nobody does
     */
    void requirePlayer(PlayerId player) {
        if (engine.player(player).isEmpty()) {
            throw RefusalProblems.unknownPlayer();
        }
    }

    private void requireRoom() {
        if (stopping || games.size() >= GAMES_MAX) {
            throw busy();
        }
    }

    /**
     * Returns the player's game that runs, to go on with it.
     *
     * @throws ProblemException when there is none with this key
     */
    LiveGame resume(PlayerId player, String key) {
        LiveGame game = games.get(player);
        if (game == null
                || !MessageDigest.isEqual(game.resumeKey().getBytes(UTF_8), key.getBytes(UTF_8))) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND, "no game with this key runs here; it has ended");
        }
        metrics.resumed();
        return game;
    }

    void attach(LiveGame game, Line line) {
        game.attach(line, clock.millis());
    }

    void detach(LiveGame game, Line line) {
        game.detach(line, clock.millis());
    }

    void message(LiveGame game, Line line, ClientMessage message) {
        PopOutcome outcome = game.message(line, message, clock.millis());
        if (outcome != null) {
            metrics.popped(outcome);
        }
    }

    void violation(LiveGame game, Line line, String what) {
        metrics.violation();
        game.violation(line, what, clock.millis());
    }

    /** Lets time pass for every game. */
    @Scheduled(initialDelay = "1s", fixedDelay = "50ms")
    void tick() {
        long now = clock.millis();
        for (LiveGame game : games.values()) {
            try {
                if (game.tick(now)) {
                    end(game, Closing.OVER);
                }
            } catch (RuntimeException e) {
                LOG.error("game {} stands still", game.id(), e);
            }
        }
    }

    /** Ends a game and has its result kept; nothing when it has ended already. */
    private void end(LiveGame game, CloseReason reason) {
        BalloonScore score = game.end(reason, clock.millis());
        if (score != null) {
            blocking.execute(() -> settle(game, score, reason));
        }
    }

    private void settle(LiveGame game, BalloonScore score, CloseReason reason) {
        try {
            game.close(results.keep(game.player(), game.id(), score), reason);
        } catch (RuntimeException e) {
            LOG.error("game {} of player {} could not be kept", game.id(), game.player(), e);
        } finally {
            games.remove(game.player(), game);
            game.settled().complete(null);
        }
    }

    /**
     * Starts no further game and ends every one that runs, with the score so far. To be called
     * while connections are open still, so that clients hear of it.
     *
     * @return completed when all results are kept
     */
    public CompletableFuture<Void> stop() {
        stopping = true;
        List<LiveGame> running = List.copyOf(games.values());
        running.forEach(game -> end(game, Closing.STOPPING));
        return CompletableFuture.allOf(
                running.stream().map(LiveGame::settled).toArray(CompletableFuture[]::new));
    }
}
