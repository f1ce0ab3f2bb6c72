package com.luckyfunatic.engine.hold;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.player.PlayerId;
import org.jspecify.annotations.Nullable;

/**
 * Gives back what players have paid, so many of them and no more: what is left waits for the next
 * round, and nothing else has to wait for a great number.
 *
 * <p>Each is a command of the player under one operation id for ever, which is carried out once,
 * however often it is tried; it must be a hard one, whose id is never forgotten. One to whom it
 * fails keeps nobody else waiting. Not thread-safe; calls block on the storage.
 */
public final class RefundRound {
    /** How many a round of a job gives back: some seconds of work. */
    public static final int MOST = 1_000;

    private final GameEngine engine;
    private final Actor actor;
    private final int most;
    private int given;
    private @Nullable RuntimeException failure;

    /**
     * @param actor who gives back, for the audit
     * @param most how many at most, 1 or more
     */
    public RefundRound(GameEngine engine, Actor actor, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a round gives back 1 or more, not " + most);
        }
        this.engine = engine;
        this.actor = actor;
        this.most = most;
    }

    /** Returns whether nothing more is given back in this round. */
    public boolean isFull() {
        return given == most;
    }

    /**
     * Gives something back.
     *
     * @param once the operation id of giving just this back
     * @param mark writes down that it was given back; called after it was, and perhaps again
     */
    public void give(PlayerId player, OperationId once, Command refund, Runnable mark) {
        attempt(() -> {
            carryOut(player, once, refund);
            mark.run();
            given++;
        });
    }

    /** Does something that may fail without anything else having to wait. */
    public void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            failure = failure == null ? e : failure;
        }
    }

    private void carryOut(PlayerId player, OperationId once, Command refund) {
        Answer answer =
                engine.execute(
                        new CommandEnvelope(player, once, engine.clock().millis(), actor, refund));
        if (answer.outcome() instanceof Outcome.OperationIdReused) {
            // Another build may have written the command in another form: what it came to counts.
            answer = engine.operation(player, once).orElse(answer);
        }
        if (!(answer.outcome() instanceof Outcome.Accepted)) {
            throw new IllegalStateException(
                    "player " + player + ", " + once + " cannot be refunded: " + answer.outcome());
        }
    }

    /**
     * Ends the round.
     *
     * @return how much was given back
     * @throws RuntimeException what the first that failed threw
     */
    public int finish() {
        if (failure != null) {
            throw failure;
        }
        return given;
    }
}
