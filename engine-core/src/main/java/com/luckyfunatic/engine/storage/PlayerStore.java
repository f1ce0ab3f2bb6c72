package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import java.util.Optional;

/**
 * The players' states, their operations and the journal of their changes. Thread-safe; every method
 * may block.
 */
public interface PlayerStore {
    /**
     * Carries out a command, as one atomic step per player:
     *
     * <ol>
     *   <li>If the envelope's operation id is known for the player, its first answer is returned,
     *       marked as repeated, provided the command is the same; another command gives {@link
     *       com.luckyfunatic.engine.Outcome.OperationIdReused}. The handler is not called.
     *   <li>Otherwise the handler decides on the present state. Its change and new state are
     *       stored, the change is appended to the journal, its follow-ups are queued, and under an
     *       operation id the answer is kept, also a refusal.
     * </ol>
     *
     * <p>It returns when the change is as durable as {@link StateChange#durability()} asks. An
     * accepted hard operation is known for ever; everything else at least 24 hours. What the
     * handler throws reaches the caller, and nothing has changed.
     *
     * @throws StorageUnavailableException when the store is away or full
     * @throws StorageConflictException when others changed the player too often meanwhile
     */
    Answer execute(CommandEnvelope envelope, CommandHandler handler);

    /** Returns the state of {@code player}, as of its last change. */
    Optional<PlayerState> find(PlayerId player);

    /**
     * Returns the first answer to the operation {@code id} of {@code player}, marked as repeated.
     */
    Optional<Answer> operation(PlayerId player, OperationId id);

    /**
     * Returns whether the operation {@code id} of {@code player} is known; cheaper than its answer.
     */
    default boolean isKnown(PlayerId player, OperationId id) {
        return operation(player, id).isPresent();
    }

    /**
     * Returns changes of {@code player}, latest first. A store may keep them for a limited time or
     * number only; the page then says that the history {@link Page#endsEarly() ends early}.
     *
     * @param beforeSequence only changes with a smaller sequence; {@link Long#MAX_VALUE} for all
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    Page<StateChange> history(PlayerId player, long beforeSequence, int limit);
}
