package com.luckyfunatic.server.operation;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.campaign.Visits;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.token.TokenAuthentication;
import jakarta.inject.Singleton;

/** Reads callers' states without changing them. Thread-safe; calls block on the storage. */
@Singleton
public final class PlayerReads {
    private final GameEngine engine;
    private final Visits visits;

    /** Reads from {@code engine}. */
    public PlayerReads(GameEngine engine, Visits visits) {
        this.engine = engine;
        this.visits = visits;
    }

    /**
     * A state and the moment it is shown as of.
     *
     * @param state the player's state, as of its last change
     * @param context now; never before the last change, since the clocks of two servers differ
     */
    public record Snapshot(PlayerState state, RuleContext context) {
        /** Answers with {@code data}, as of this moment. */
        public <T> Envelope<T> show(T data) {
            return Envelope.of(data, context.nowMillis());
        }
    }

    /**
     * Returns the caller's state as of now.
     *
     * @throws ProblemException when the store does not know the token's player
     */
    public Snapshot read(TokenAuthentication caller) {
        PlayerState state = requireExisting(caller);
        long now = Math.max(engine.clock().millis(), state.changedAtMillis());
        return new Snapshot(state, engine.contextAt(now));
    }

    /**
     * Returns the caller's state, as of its last change.
     *
     * @throws ProblemException when the store does not know the token's player
     */
    PlayerState requireExisting(TokenAuthentication caller) {
        PlayerState state =
                engine.player(caller.player()).orElseThrow(RefusalProblems::unknownPlayer);
        visits.note(caller.player());
        return state;
    }

    /** Returns the answer to a token whose player there is no longer. */
    public static ProblemException unknownPlayer() {
        return RefusalProblems.unknownPlayer();
    }

    /**
     * Returns who a player is: his profile is made together with his account.
     *
     * @throws IllegalStateException when there is none
     */
    public Profile profile(PlayerId player) {
        return engine.storage()
                .directory()
                .profile(player)
                .orElseThrow(() -> new IllegalStateException("no profile of player " + player));
    }
}
