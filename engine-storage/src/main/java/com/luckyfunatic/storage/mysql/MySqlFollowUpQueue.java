package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.storage.FollowUpQueue;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import java.util.List;

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
}
