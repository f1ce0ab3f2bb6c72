package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.storage.mysql.Transactions.Work;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;

/** Begins a transaction and ends it. Thread-safe. */
interface TransactionBoundary {
    /** Runs {@code work} in a transaction: commits, or rolls back when it fails. */
    <T> T around(Work<T> work) throws SQLException;

    /** Transactions in which repositories take part. */
    record Managed(TransactionOperations<Connection> operations) implements TransactionBoundary {
        @Override
        public <T> T around(Work<T> work) throws SQLException {
            try {
                return operations.execute(
                        TransactionDefinition.DEFAULT, status -> work.run(status.getConnection()));
            } catch (RuntimeException e) {
                SQLException reason = SqlErrors.in(e);
                if (reason == null) {
                    throw e;
                }
                throw reason;
            }
        }
    }
}
