package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.OperatorActions;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StorageConflictException;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Entries by id, under one lock; lists look at each of them. Thread-safe. */
final class MemoryOperatorActions implements OperatorActions {
    private final NavigableMap<Long, OperatorAction> actions = new TreeMap<>();
    private final OpenState open;

    MemoryOperatorActions(OpenState open) {
        this.open = open;
    }

    @Override
    public synchronized void append(OperatorAction action) {
        open.require();
        OperatorAction known = actions.putIfAbsent(action.id(), action);
        if (known != null && !known.equals(action)) {
            throw new StorageConflictException("another action has the id " + action.id());
        }
    }

    @Override
    public Page<OperatorAction> latest(long beforeId, int limit) {
        return page(_ -> true, beforeId, limit);
    }

    @Override
    public Page<OperatorAction> of(OperatorName operator, long beforeId, int limit) {
        return page(action -> action.operator().equals(operator), beforeId, limit);
    }

    @Override
    public Page<OperatorAction> about(PlayerId player, long beforeId, int limit) {
        return page(action -> player.equals(action.player()), beforeId, limit);
    }

    /** Returns every entry in the order of ids. */
    synchronized List<OperatorAction> all() {
        open.require();
        return List.copyOf(actions.values());
    }

    private synchronized Page<OperatorAction> page(
            Predicate<OperatorAction> wanted, long beforeId, int limit) {
        open.require();
        Page.requireLimit(limit);
        return Page.ofOneMore(
                actions.headMap(beforeId, false).descendingMap().values().stream()
                        .filter(wanted)
                        .limit(limit + 1L)
                        .toList(),
                limit);
    }
}
