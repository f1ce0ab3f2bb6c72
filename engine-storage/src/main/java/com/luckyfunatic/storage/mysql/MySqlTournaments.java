package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.tournament.Connected;
import com.luckyfunatic.storage.tournament.TabledTournaments;
import com.luckyfunatic.storage.tournament.TournamentTables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The tables of tournaments. Whatever changes them locks the row of the tournament first; a crowd
 * before one shares its transactions. Thread-safe.
 */
final class MySqlTournaments extends TabledTournaments {
    private final Transactions transactions;
    private final StockTurns turns;
    private final GameCodec codec;

    /**
     * Reads and writes in {@code transactions}.
     *
     * @param turns of tournaments alone, whose rows it locks in one order
     */
    MySqlTournaments(Transactions transactions, StockTurns turns, GameCodec codec) {
        this.transactions = transactions;
        this.turns = turns;
        this.codec = codec;
    }

    @Override
    protected <T> T read(Work<T> work) {
        return transactions.run(connection -> work.run(tables(connection)));
    }

    @Override
    protected <T> T write(TournamentId tournament, Work<T> work) {
        return turns.run(tournament, connection -> work.run(tables(connection)));
    }

    private TournamentTables tables(Connection connection) {
        return new TournamentTables(codec, new Prepared(connection));
    }

    /** Statements that are closed after their use. */
    private record Prepared(Connection connection) implements Connected {
        @Override
        public <T extends @Nullable Object> T with(String sql, Use<T> use) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return use.run(statement);
            }
        }

        @Override
        public void set(PreparedStatement statement, int index, @Nullable OperationId id)
                throws SQLException {
            statement.setBytes(index, id == null ? new byte[0] : Sql.bytes(id));
        }

        @Override
        public OperationId operationId(ResultSet row, int index) throws SQLException {
            return Sql.operationId(row.getBytes(index));
        }

        @Override
        public String lockingClause() {
            return " FOR UPDATE";
        }
    }
}
