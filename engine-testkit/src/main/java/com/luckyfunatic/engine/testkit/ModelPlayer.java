package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.StateChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a store must do for one player, written down as plainly as possible: the other side of a
 * differential test. Keeps everything for ever. Not thread-safe.
 */
public final class ModelPlayer {
    private final Map<OperationId, Kept> operations = new HashMap<>();
    private final List<StateChange> changes = new ArrayList<>();
    private final List<FollowUp> followUps = new ArrayList<>();
    private @Nullable PlayerState state;

    private record Kept(Command intent, Answer answer) {}

    /** Carries out a command. */
    public Answer execute(CommandEnvelope envelope, CommandHandler handler) {
        OperationId id = envelope.operationId();
        Kept kept = id == null ? null : operations.get(id);
        if (kept != null) {
            return kept.intent().equals(envelope.command().intent())
                    ? kept.answer().asRepeat()
                    : Answer.operationIdReused(envelope.nowMillis());
        }
        Handled handled = handler.handle(state, envelope);
        StateChange change = handled.change();
        if (change != null) {
            state = handled.answer().state();
            changes.add(change);
            for (GameEvent event : change.events()) {
                FollowUp followUp = event.followUp(envelope.player());
                if (followUp != null) {
                    followUps.add(followUp);
                }
            }
        }
        if (id != null) {
            operations.put(id, new Kept(envelope.command().intent(), handled.answer()));
        }
        return handled.answer();
    }

    /** Returns the first answer to the operation {@code id} as a repeat, or null. */
    public @Nullable Answer operation(OperationId id) {
        Kept kept = operations.get(id);
        return kept == null ? null : kept.answer().asRepeat();
    }

    /** The first answers to all operations. */
    public Map<OperationId, Answer> operations() {
        Map<OperationId, Answer> answers = new HashMap<>();
        operations.forEach((id, kept) -> answers.put(id, kept.answer()));
        return answers;
    }

    /** The state, null before the player exists. */
    public @Nullable PlayerState state() {
        return state;
    }

    /** All changes, oldest first. */
    public List<StateChange> changes() {
        return List.copyOf(changes);
    }

    /** All follow-ups that changes have called for, oldest first. */
    public List<FollowUp> followUps() {
        return List.copyOf(followUps);
    }
}
