package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.StateChange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Who was told what: the memory that no fault reaches. Not thread-safe. */
final class Oracle {
    private final Map<OperationKey, Answer> accepted = new LinkedHashMap<>();
    private final Map<OperationKey, Durability> durabilities = new HashMap<>();
    private final Set<OperationKey> unchanged = new HashSet<>();

    /** A store has decided a command. */
    void decided(CommandEnvelope envelope, Handled handled) {
        OperationId operation = envelope.operationId();
        if (operation == null) {
            return;
        }
        OperationKey key = new OperationKey(envelope.player(), operation);
        StateChange change = handled.change();
        if (change != null) {
            durabilities.put(key, change.durability());
        } else if (handled.answer().outcome() instanceof Outcome.Accepted) {
            unchanged.add(key);
        }
    }

    /**
     * A player was answered.
     *
     * @throws AssertionError when the player was answered otherwise before
     */
    void answered(OperationKey key, Answer answer) {
        if (!(answer.outcome() instanceof Outcome.Accepted)) {
            return;
        }
        Answer first = accepted.putIfAbsent(key, answer);
        if (first != null && isHard(key) && !first.outcome().equals(answer.outcome())) {
            throw new AssertionError(
                    "operation " + key + " was answered " + first + ", then " + answer);
        }
    }

    /** The operations whose players know that they were carried out. */
    Set<OperationKey> accepted() {
        return accepted.keySet();
    }

    /** Whether it may never be lost. */
    boolean isHard(OperationKey key) {
        return durabilities.get(key) == Durability.HARD;
    }

    /** Whether it was carried out without changing anything, so that nothing is kept of it. */
    boolean isUnchanged(OperationKey key) {
        return unchanged.contains(key);
    }
}
