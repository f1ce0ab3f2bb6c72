package com.luckyfunatic.storage.tournament;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.tournament.TournamentDecision;
import com.luckyfunatic.engine.tournament.TournamentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Rows of the table {@code tournament_decision}, which are only added. */
final class DecisionRows {
    private static final String FIND =
            "SELECT tournament_id, decided_at FROM tournament_decision WHERE operation_id = ?";

    private static final String INSERT =
            "INSERT INTO tournament_decision (operation_id, tournament_id, decided_at)"
                    + " VALUES (?, ?, ?)";

    private final Connected connected;

    DecisionRows(Connected connected) {
        this.connected = connected;
    }

    @Nullable TournamentDecision find(OperationId operation) throws SQLException {
        return connected.with(
                FIND,
                select -> {
                    connected.set(select, 1, operation);
                    try (ResultSet row = select.executeQuery()) {
                        return row.next()
                                ? new TournamentDecision(
                                        operation,
                                        new TournamentId(row.getString(1)),
                                        row.getLong(2))
                                : null;
                    }
                });
    }

    void insert(TournamentDecision decision) throws SQLException {
        connected.with(
                INSERT,
                insert -> {
                    connected.set(insert, 1, decision.operation());
                    insert.setString(2, decision.tournament().value());
                    insert.setLong(3, decision.atMillis());
                    return insert.executeUpdate();
                });
    }
}
