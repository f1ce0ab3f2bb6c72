package com.luckyfunatic.storage.embedded;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A write of no consequence that finds out whether there is room for a change. An empty transaction
 * would succeed on a full disk too.
 */
final class WritableProbe extends Write {
    private static final String SQL =
            "INSERT OR REPLACE INTO writable_probe (id, filler) VALUES (1, randomblob(8192))";

    @Override
    boolean isForced() {
        return false;
    }

    @Override
    void apply(WriterStatements statements) throws SQLException {
        PreparedStatement statement = statements.prepare(SQL);
        statement.execute();
    }
}
