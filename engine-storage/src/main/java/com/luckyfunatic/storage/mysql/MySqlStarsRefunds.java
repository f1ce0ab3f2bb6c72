package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.operator.StarsRefund;
import com.luckyfunatic.engine.storage.StarsRefunds;
import com.luckyfunatic.storage.codec.StarsRefundColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code stars_refund}. Every transaction may be done twice: who finds their own revision
 * has written it. Thread-safe.
 */
final class MySqlStarsRefunds implements StarsRefunds {
    private static final String INSERT_IF_ABSENT =
            StarsRefundColumns.INSERT + "ON DUPLICATE KEY UPDATE charge = stars_refund.charge";

    private final Transactions transactions;

    MySqlStarsRefunds(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<StarsRefund> find(String chargeId) {
        return transactions.run(connection -> find(connection, chargeId));
    }

    private static Optional<StarsRefund> find(Connection connection, String chargeId)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(StarsRefundColumns.FIND)) {
            select.setBytes(1, StarsRefundColumns.bytes(chargeId));
            try (ResultSet row = select.executeQuery()) {
                return Optional.ofNullable(StarsRefundColumns.read(row));
            }
        }
    }

    @Override
    public boolean replace(@Nullable StarsRefund seen, StarsRefund next) {
        return transactions.run(connection -> {
            write(connection, seen, next);
            // How many rows were changed drivers count differently; what is kept says it.
            return find(connection, next.chargeId())
                    .filter(now -> now.revision() == next.revision())
                    .isPresent();
        });
    }

    private static void write(Connection connection, @Nullable StarsRefund seen, StarsRefund next)
            throws SQLException {
        String sql = seen == null ? INSERT_IF_ABSENT : StarsRefundColumns.UPDATE;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            StarsRefundColumns.set(statement, next);
            if (seen != null) {
                StarsRefundColumns.setSeen(statement, seen);
            }
            statement.executeUpdate();
        }
    }
}
