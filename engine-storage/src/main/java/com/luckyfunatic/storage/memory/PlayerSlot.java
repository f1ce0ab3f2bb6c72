package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.storage.memory.KeptAnswers.KeptAnswer;
import com.luckyfunatic.storage.retention.RetentionClock;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one player. Its monitor makes a command atomic; the state alone can be read
 * without it. A monitor rather than a lock object: uncontended, it costs least in time and space.
 */
final class PlayerSlot {
    private final ChangeRing changes;
    private final RetentionClock clock;

    private @Nullable KeptAnswers answers;
    private volatile @Nullable PlayerState state;
    private volatile boolean givenUp;
    private long greatestChangeId;

    PlayerSlot(int changesKept, RetentionClock clock) {
        changes = new ChangeRing(changesKept);
        this.clock = clock;
    }

    @Nullable PlayerState state() {
        return state;
    }

    /**
     * Returns whether this holds nothing and never will, because a command has found no player and
     * left nothing to keep.
     */
    boolean isGivenUp() {
        return givenUp;
    }

    /** Carries out a command; returns null when this is given up and another slot has to do it. */
    synchronized @Nullable Answer execute(
            CommandEnvelope envelope, CommandHandler handler, MemoryFollowUpQueue followUps) {
        if (givenUp) {
            return null;
        }
        try {
            return carryOut(envelope, handler, followUps);
        } finally {
            if (state == null && answers == null) {
                givenUp = true;
            }
        }
    }

    private Answer carryOut(
            CommandEnvelope envelope, CommandHandler handler, MemoryFollowUpQueue followUps) {
        OperationId id = envelope.operationId();
        if (id != null) {
            Answer known = known(id, envelope);
            if (known != null) {
                return known;
            }
        }
        Handled handled = handler.handle(state, envelope);
        StateChange change = handled.change();
        if (change != null) {
            append(change, handled.answer());
            followUps.addAll(change);
        }
        if (id != null) {
            keep(id, envelope, handled);
        }
        return handled.answer();
    }

    private @Nullable Answer known(OperationId id, CommandEnvelope envelope) {
        if (answers == null) {
            return null;
        }
        answers.forgetOld(clock.millis());
        KeptAnswer kept = answers.get(id);
        if (kept == null) {
            return null;
        }
        return kept.intent().equals(envelope.command().intent())
                ? kept.answer().asRepeat()
                : Answer.operationIdReused(envelope.nowMillis());
    }

    private void append(StateChange change, Answer answer) {
        PlayerState after = answer.state();
        if (after == null
                || after.sequence() != change.sequence()
                || change.sequence() != changes.lastSequence() + 1) {
            throw new IllegalStateException(
                    "change "
                            + change.sequence()
                            + " of player "
                            + change.player()
                            + " cannot follow "
                            + changes.lastSequence());
        }
        changes.add(change);
        greatestChangeId = Math.max(greatestChangeId, change.id());
        state = after;
    }

    private void keep(OperationId id, CommandEnvelope envelope, Handled handled) {
        if (answers == null) {
            answers = new KeptAnswers();
        }
        var kept = new KeptAnswer(envelope.command().intent(), handled.answer(), clock.millis());
        if (isAcceptedHard(envelope, handled)) {
            answers.keepForEver(id, kept);
        } else {
            answers.keepForADay(id, kept);
        }
    }

    private static boolean isAcceptedHard(CommandEnvelope envelope, Handled handled) {
        StateChange change = handled.change();
        Durability durability =
                change == null ? envelope.command().durability() : change.durability();
        return durability == Durability.HARD
                && handled.answer().outcome() instanceof Outcome.Accepted;
    }

    synchronized @Nullable Answer operation(OperationId id) {
        KeptAnswer kept = answers == null ? null : answers.get(id);
        return kept == null ? null : kept.answer().asRepeat();
    }

    synchronized Page<StateChange> history(long beforeSequence, int limit) {
        return changes.page(beforeSequence, limit);
    }

    synchronized long greatestChangeId() {
        return greatestChangeId;
    }
}
