package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.OperatorActions;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StorageConflictException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The plainest record of what operators asked for: one list. Thread-safe. */
final class ModelOperatorActions implements OperatorActions {
    private final List<OperatorAction> actions = new ArrayList<>();
    private final Runnable requireOpen;

    ModelOperatorActions(Runnable requireOpen) {
        this.requireOpen = requireOpen;
    }

    @Override
    public synchronized void append(OperatorAction action) {
        requireOpen.run();
        if (actions.contains(action)) {
            return;
        }
        if (actions.stream().anyMatch(each -> each.id() == action.id())) {
            throw new StorageConflictException("the id is taken");
        }
        actions.add(action);
    }

    @Override
    public Page<OperatorAction> latest(long beforeId, int limit) {
        return page(_ -> true, beforeId, limit);
    }

    @Override
    public Page<OperatorAction> of(OperatorName operator, long beforeId, int limit) {
        return page(each -> each.operator().equals(operator), beforeId, limit);
    }

    @Override
    public Page<OperatorAction> about(PlayerId player, long beforeId, int limit) {
        return page(each -> player.equals(each.player()), beforeId, limit);
    }

    private synchronized Page<OperatorAction> page(
            Predicate<OperatorAction> wanted, long beforeId, int limit) {
        requireOpen.run();
        Page.requireLimit(limit);
        return Page.ofOneMore(
                actions.stream()
                        .filter(wanted)
                        .filter(each -> each.id() < beforeId)
                        .sorted(Comparator.comparingLong(OperatorAction::id).reversed())
                        .limit(limit + 1L)
                        .toList(),
                limit);
    }
}
