package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.OperatorActions;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StorageConflictException;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The table {@code operator_action}. Every transaction may be done twice: an entry that finds
 * itself was added. Thread-safe.
 */
final class MySqlOperatorActions implements OperatorActions {
    private final Transactions transactions;
    private final OperatorActionRepository actions;

    MySqlOperatorActions(Transactions transactions, OperatorActionRepository actions) {
        this.transactions = transactions;
        this.actions = actions;
    }

    @Override
    public void append(OperatorAction action) {
        OperatorActionRow row = OperatorActionRow.of(action);
        boolean isThere =
                transactions.run(_ -> {
                    actions.insertIfAbsent(row);
                    return actions.findByActionId(row.actionId()).filter(row::equals).isPresent();
                });
        if (!isThere) {
            throw new StorageConflictException("another action has the id " + action.id());
        }
    }

    @Override
    public Page<OperatorAction> latest(long beforeId, int limit) {
        return page(limit, rows -> actions.latest(beforeId, rows));
    }

    @Override
    public Page<OperatorAction> of(OperatorName operator, long beforeId, int limit) {
        return page(limit, rows -> actions.of(operator.value(), beforeId, rows));
    }

    @Override
    public Page<OperatorAction> about(PlayerId player, long beforeId, int limit) {
        return page(limit, rows -> actions.about(player.value(), beforeId, rows));
    }

    private Page<OperatorAction> page(int limit, IntFunction<List<OperatorActionRow>> select) {
        Page.requireLimit(limit);
        return transactions.run(_ ->
                Page.ofOneMore(
                        select.apply(limit + 1).stream().map(OperatorActionRow::toAction).toList(),
                        limit));
    }
}
