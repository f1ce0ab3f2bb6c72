package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.operator.StarsRefund;
import com.luckyfunatic.engine.storage.StarsRefunds;
import com.luckyfunatic.storage.codec.StarsRefundColumns;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code stars_refund}, forced to disk. Thread-safe. */
final class EmbeddedStarsRefunds implements StarsRefunds {
    private static final String INSERT_IF_ABSENT =
            StarsRefundColumns.INSERT + "ON CONFLICT DO NOTHING";

    private final Database database;
    private final GroupCommit writer;

    EmbeddedStarsRefunds(Database database, GroupCommit writer) {
        this.database = database;
        this.writer = writer;
    }

    @Override
    public Optional<StarsRefund> find(String chargeId) {
        return database.read(reader -> find(reader.prepare(StarsRefundColumns.FIND), chargeId));
    }

    private static Optional<StarsRefund> find(PreparedStatement select, String chargeId)
            throws SQLException {
        select.setBytes(1, StarsRefundColumns.bytes(chargeId));
        try (ResultSet row = select.executeQuery()) {
            return Optional.ofNullable(StarsRefundColumns.read(row));
        }
    }

    @Override
    public boolean replace(@Nullable StarsRefund seen, StarsRefund next) {
        return WorkWrite.forced(
                writer,
                statements -> {
                    write(statements, seen, next);
                    return find(statements.prepare(StarsRefundColumns.FIND), next.chargeId())
                            .filter(now -> now.revision() == next.revision())
                            .isPresent();
                });
    }

    private static void write(
            WriterStatements statements, @Nullable StarsRefund seen, StarsRefund next)
            throws SQLException {
        PreparedStatement statement =
                statements.prepare(seen == null ? INSERT_IF_ABSENT : StarsRefundColumns.UPDATE);
        StarsRefundColumns.set(statement, next);
        if (seen != null) {
            StarsRefundColumns.setSeen(statement, seen);
        }
        statement.executeUpdate();
    }
}
