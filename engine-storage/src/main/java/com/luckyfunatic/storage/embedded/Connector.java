package com.luckyfunatic.storage.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/** Makes connections to the database file. */
@FunctionalInterface
interface Connector {
    /** How long a connection waits for another one's lock. */
    int BUSY_TIMEOUT_MILLIS = 5_000;

    /** Opens a connection to the file at {@code url} that forces to disk as told. */
    Connection connect(String url, SynchronousMode synchronous) throws SQLException;

    /** Opens a connection with the write-ahead log on. */
    static Connection toSqlite(String url, SynchronousMode synchronous) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(synchronous);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        return config.createConnection(url);
    }
}
