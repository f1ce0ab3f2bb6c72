package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Operation ids with their first answers. Thread-safe; every method throws {@link
 * com.luckyfunatic.engine.storage.StorageUnavailableException} when the database does not answer in
 * time.
 */
public final class Operations {
    /** How long everything but a lasting operation is known, and any answer has its state. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final int CLEANED_AT_ONCE = 500;
    private static final int READ_AT_ONCE = 5_000;

    private static final String DELETE =
            "DELETE FROM operation WHERE clean_at <= ? AND NOT lasting ORDER BY clean_at LIMIT ?";
    private static final String FORGET_STATES =
            "UPDATE operation SET state = NULL, clean_at = NULL"
                    + " WHERE clean_at <= ? AND lasting ORDER BY clean_at LIMIT ?";

    private final Transactions transactions;
    private final GroupedReads<OperationRows.OperationKey, StoredOperation> reads;

    Operations(Transactions transactions) {
        this.transactions = transactions;
        reads =
                new GroupedReads<>(
                        "funatic-operations",
                        keys ->
                                transactions.run(
                                        connection -> OperationRows.find(connection, keys)));
    }

    /** Returns the first answer to the operation {@code id} of {@code player}. */
    public Optional<StoredOperation> find(PlayerId player, OperationId id) {
        return reads.find(new OperationRows.OperationKey(player, id));
    }

    /** Returns all operations of {@code player} that are known for ever, by id. */
    public List<LastingOperation> lasting(PlayerId player) {
        List<LastingOperation> found = new ArrayList<>();
        List<LastingOperation> part;
        byte[] after = {};
        do {
            byte[] from = after;
            part =
                    transactions.run(connection ->
                            OperationRows.lasting(connection, player, from, READ_AT_ONCE));
            found.addAll(part);
            if (!part.isEmpty()) {
                after = Sql.bytes(part.getLast().id());
            }
        } while (part.size() == READ_AT_ONCE);
        return found;
    }

    /**
     * Cleans up some of what need not be kept at {@code nowMillis}.
     *
     * @return whether there may be more
     */
    public boolean clean(long nowMillis) {
        int deleted = transactions.run(connection -> clean(connection, DELETE, nowMillis));
        int forgotten = transactions.run(connection -> clean(connection, FORGET_STATES, nowMillis));
        return Math.max(deleted, forgotten) == CLEANED_AT_ONCE;
    }

    private static int clean(Connection connection, String sql, long nowMillis)
            throws SQLException {
        try (PreparedStatement clean = connection.prepareStatement(sql)) {
            clean.setLong(1, nowMillis);
            clean.setInt(2, CLEANED_AT_ONCE);
            return clean.executeUpdate();
        }
    }
}
