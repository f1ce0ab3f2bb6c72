package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.tournament.Connected;
import com.luckyfunatic.storage.tournament.TabledTournaments;
import com.luckyfunatic.storage.tournament.TournamentTables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Tournaments and their entries. What changes them is decided by the writer, who alone does so, and
 * forced to disk. Thread-safe.
 */
final class EmbeddedTournaments extends TabledTournaments {
    private final Database database;
    private final GameCodec codec;
    private final GroupCommit writer;

    EmbeddedTournaments(Database database, GameCodec codec, GroupCommit writer) {
        this.database = database;
        this.codec = codec;
        this.writer = writer;
    }

    @Override
    protected <T> T read(Work<T> work) {
        return database.read(reader -> work.run(tables(reader::prepare)));
    }

    @Override
    protected <T> T write(TournamentId tournament, Work<T> work) {
        return WorkWrite.forced(writer, statements -> work.run(tables(statements::prepare)));
    }

    private TournamentTables tables(StockRows.Statements statements) {
        return new TournamentTables(codec, new Prepared(statements));
    }

    /** Statements that stay prepared, on a connection that locks everything when it writes. */
    private record Prepared(StockRows.Statements statements) implements Connected {
        @Override
        public <T extends @Nullable Object> T with(String sql, Use<T> use) throws SQLException {
            return use.run(statements.prepare(sql));
        }

        @Override
        public void set(PreparedStatement statement, int index, @Nullable OperationId id)
                throws SQLException {
            statement.setString(index, id == null ? "" : id.value());
        }

        @Override
        public OperationId operationId(ResultSet row, int index) throws SQLException {
            return new OperationId(row.getString(index));
        }

        @Override
        public String lockingClause() {
            return "";
        }
    }
}
