package com.luckyfunatic.server.balloon;

import com.luckyfunatic.engine.balloon.Balloon;
import com.luckyfunatic.engine.balloon.BalloonGame;
import com.luckyfunatic.engine.balloon.BalloonGameId;
import com.luckyfunatic.engine.balloon.BalloonScore;
import com.luckyfunatic.engine.balloon.PopOutcome;
import com.luckyfunatic.engine.player.PlayerId;
import io.micronaut.websocket.CloseReason;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A running game with the connection that plays it, if there is one at the moment.
 *
 * <p>Thread-safe: messages come from the connection's event loop, time from another thread. What is
 * locked takes microseconds, and no call blocks.
 */
final class LiveGame {
    /** How long a player who was cut off can come back. */
    static final Duration RESUME = Duration.ofSeconds(5);

    /** How long a connection may say nothing. */
    static final Duration SILENCE = Duration.ofSeconds(15);

    private final PlayerId player;
    private final BalloonGameId id;
    private final String resumeKey;
    private final BalloonGame game;
    private final CompletableFuture<Void> settled = new CompletableFuture<>();
    private @Nullable Line line;
    private long lostAt;
    private long heardAt;
    private boolean wasOpen;

    /** Why it has ended; null before. */
    private @Nullable CloseReason ended;

    /**
     * A game that {@code player} has {@link #RESUME} to connect to.
     *
     * @param resumeKey the secret by which the player comes back
     */
    LiveGame(PlayerId player, BalloonGameId id, String resumeKey, BalloonGame game, long now) {
        this.player = player;
        this.id = id;
        this.resumeKey = resumeKey;
        this.game = game;
        lostAt = now;
    }

    PlayerId player() {
        return player;
    }

    BalloonGameId id() {
        return id;
    }

    String resumeKey() {
        return resumeKey;
    }

    /** Completed when the result is kept, or it is certain that it will not be. */
    CompletableFuture<Void> settled() {
        return settled;
    }

    /** Returns whether a connection plays it at the moment. */
    synchronized boolean isConnected() {
        return line != null;
    }

    /** Takes a connection, in place of any before; one that comes after the end is closed. */
    synchronized void attach(Line newLine, long now) {
        if (ended != null) {
            newLine.close(ended);
            return;
        }
        if (line != null) {
            line.close(Closing.REPLACED);
        }
        line = newLine;
        heardAt = now;
        long elapsed = game.elapsedMillis(now);
        newLine.send(
                new ServerMessage.Start(
                        id.toString(),
                        resumeKey,
                        wasOpen,
                        elapsed,
                        game.definition().duration().toMillis(),
                        game.score(now).score(),
                        game.definition().kinds().stream().map(ServerMessage.Kind::of).toList()));
        // Time passes now, and not with what it has brought: all of it is new to this connection.
        sendUp(newLine, game.inTheAir(now), elapsed);
        wasOpen = true;
    }

    /** Notes that a connection is gone, if it is still this game's. */
    synchronized void detach(Line lost, long now) {
        if (lost.equals(line)) {
            line = null;
            lostAt = now;
        }
    }

    /** Closes the connection, for what it sent; the player may come back with another. */
    synchronized void violation(Line offender, String what, long now) {
        offender.close(Closing.violation(what));
        detach(offender, now);
    }

    /** Answers a message; returns what became of a pop, and null for anything else. */
    synchronized @Nullable PopOutcome message(Line from, ClientMessage message, long now) {
        if (!from.equals(line) || ended != null) {
            return null;
        }
        heardAt = now;
        return switch (message) {
            case ClientMessage.Ping() -> {
                BalloonScore score = score(now);
                from.send(
                        new ServerMessage.ScoreNow(
                                score.score(),
                                score.popped(),
                                score.missed(),
                                game.elapsedMillis(now)));
                yield null;
            }
            case ClientMessage.Pop(long balloon) -> {
                PopOutcome outcome = game.pop(balloon, now);
                from.send(answer(balloon, outcome, now));
                yield outcome;
            }
        };
    }

    private ServerMessage answer(long balloon, PopOutcome outcome, long now) {
        return switch (outcome) {
            case PopOutcome.Popped popped ->
                    new ServerMessage.Popped(
                            popped.balloon().id(), popped.points(), popped.score());
            case PopOutcome.NotPopped(var reason) ->
                    new ServerMessage.Refused(
                            balloon, reason.name().toLowerCase(Locale.ROOT), score(now).score());
        };
    }

    /** The score at {@code now}; what has happened until then is told first. */
    private BalloonScore score(long now) {
        progress(now);
        return game.score(now);
    }

    /** Lets time pass; returns true when the game is to be ended. */
    synchronized boolean tick(long now) {
        if (ended != null) {
            return false;
        }
        progress(now);
        if (game.isOver(now)) {
            return true;
        }
        if (line != null && now - heardAt >= SILENCE.toMillis()) {
            line.close(Closing.IDLE);
            detach(line, now);
        }
        return line == null && now - lostAt >= RESUME.toMillis();
    }

    private void progress(long now) {
        BalloonGame.Progress progress = game.advance(now);
        if (line == null) {
            return;
        }
        sendUp(line, progress.appeared(), game.elapsedMillis(now));
        if (!progress.missed().isEmpty()) {
            line.send(
                    new ServerMessage.Missed(progress.missed().stream().map(Balloon::id).toList()));
        }
    }

    private static void sendUp(Line line, List<Balloon> balloons, long elapsed) {
        if (!balloons.isEmpty()) {
            line.send(
                    new ServerMessage.Spawn(
                            balloons.stream()
                                    .map(each -> ServerMessage.Up.of(each, elapsed))
                                    .toList()));
        }
    }

    /** Ends it; returns the result, or null when it has ended before. */
    synchronized @Nullable BalloonScore end(CloseReason reason, long now) {
        if (ended != null) {
            return null;
        }
        BalloonScore result = score(now);
        ended = reason;
        return result;
    }

    /** Tells the client the result and closes the connection. */
    synchronized void close(ServerMessage.End result, CloseReason reason) {
        if (line != null) {
            line.send(result);
            line.close(reason);
            line = null;
        }
    }
}
