package com.luckyfunatic.storage.mysql;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Commits the hard changes of many callers in one transaction. Thread-safe. */
final class CommitGroup {
    private final Transactions transactions;
    private final FollowUpRows followUps;

    CommitGroup(Transactions transactions, FollowUpRows followUps) {
        this.transactions = transactions;
        this.followUps = followUps;
    }

    /**
     * Commits {@code changes} in their order, as far as nothing speaks against them, until the last
     * caller's patience is over.
     *
     * @return the result of each, but for those whose players somebody else has locked: they are to
     *     be tried again
     */
    Map<WaitingChange, HardResult> commit(List<WaitingChange> changes) throws SQLException {
        long latest = changes.getFirst().deadline();
        for (WaitingChange change : changes) {
            latest = change.deadline() - latest > 0 ? change.deadline() : latest;
        }
        return transactions.runUntil(
                latest, connection -> new GroupTransaction(connection, followUps).write(changes));
    }
}
