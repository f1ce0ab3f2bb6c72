package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.FollowUpQueue;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code follow_up}: commands that changes have called for, on others or later. */
final class MySqlFollowUpQueue implements FollowUpQueue {
    private final Transactions transactions;
    private final FollowUpRows rows;

    MySqlFollowUpQueue(Transactions transactions, FollowUpRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    @Override
    public List<PendingFollowUp> pending(int limit, long nowMillis) {
        return transactions.run(connection -> rows.pending(connection, limit, nowMillis));
    }

    @Override
    public void complete(PendingFollowUp followUp) {
        transactions.runVoid(connection -> rows.delete(connection, followUp.id()));
    }

    @Override
    public void postpone(PendingFollowUp followUp) {
        transactions.runVoid(connection -> rows.moveToTheEnd(connection, followUp.id()));
    }

    @Override
    public Page<PendingFollowUp> waiting(@Nullable WaitingPosition after, int limit) {
        Page.requireLimit(limit);
        return Page.ofOneMore(
                transactions.run(connection -> rows.waiting(connection, after, limit + 1)), limit);
    }

    @Override
    public Optional<PendingFollowUp> findWaiting(PlayerId player, OperationId operationId) {
        return transactions.run(connection -> rows.findWaiting(connection, player, operationId));
    }

    @Override
    public void noteFailure(PendingFollowUp followUp, long atMillis, String reason) {
        transactions.runVoid(
                connection -> rows.noteFailure(connection, followUp.id(), atMillis, reason));
    }

    @Override
    public Dropped drop(FollowUp followUp, OperationId by, long atMillis) {
        return transactions.run(connection -> rows.drop(connection, followUp, by, atMillis));
    }

    @Override
    public Optional<Dropped> dropped(PlayerId player, OperationId operationId) {
        return transactions.run(connection -> rows.dropped(connection, player, operationId));
    }
}
