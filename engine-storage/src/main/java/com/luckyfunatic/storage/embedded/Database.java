package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The database file: its schema, and connections for one writer and a few readers. */
final class Database implements Resources.Resource {
    /** The schema that this build reads and writes; the last migration sets the same number. */
    static final int SCHEMA_VERSION = 39;

    private static final int READERS = 4;

    /** What SQLite needs beside an existing file to open it. */
    private static final long ROOM_TO_OPEN = 64 * 1024;

    /** Tables of a file that none of our migrations was run on. */
    private static final String FOREIGN_TABLES =
            """
            SELECT count(*) FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND NOT EXISTS
                (SELECT 1 FROM sqlite_master WHERE name = 'flyway_schema_history')
            """;

    private final String url;
    private final Connector connector;
    private final Resources opened = new Resources();
    private final BlockingQueue<Reader> readers = new ArrayBlockingQueue<>(READERS);

    private Database(String url, Connector connector) {
        this.url = url;
        this.connector = connector;
    }

    /**
     * Opens {@code file}, making it or bringing it up to this build's schema when needed.
     *
     * @throws StorageNotOpenableException when it cannot be written, is no database, or is newer
     *     than this build
     */
    static Database open(Path file, Connector connector) {
        refuseIfReadOnly(file);
        Database database = new Database("jdbc:sqlite:" + file, connector);
        try {
            int version = database.schemaVersion(file);
            if (version > SCHEMA_VERSION) {
                throw new StorageNotOpenableException(
                        file
                                + " has schema "
                                + version
                                + ", written by a newer version; this one reads up to "
                                + SCHEMA_VERSION);
            }
            if (version < SCHEMA_VERSION) {
                database.migrate();
            }
            database.tryToWrite();
            for (int i = 0; i < READERS; i++) {
                Connection connection = database.connect(SynchronousMode.NORMAL);
                database.readers.add(database.opened.add(new Reader(connection)));
            }
            return database;
        } catch (SQLException | FlywayException e) {
            database.opened.closeAfter(e);
            throw new StorageNotOpenableException(describe(file, e), e);
        }
    }

    /**
     * SQLite opens what it cannot write for reading, and leaves read-only files beside it: looked
     * at before anything is touched.
     */
    private static void refuseIfReadOnly(Path file) {
        for (String suffix : List.of("", "-wal", "-shm")) {
            Path each = file.resolveSibling(file.getFileName() + suffix);
            if (Files.exists(each) && !Files.isWritable(each)) {
                throw new StorageNotOpenableException(each + " cannot be written");
            }
        }
    }

    /** Fails when the file cannot be written after all; beginning a transaction would not tell. */
    private void tryToWrite() throws SQLException {
        try (Connection connection = connect(SynchronousMode.NORMAL);
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("PRAGMA user_version = 0");
            statement.execute("ROLLBACK");
        }
    }

    private static String describe(Path file, Exception e) {
        String reason = e.getMessage();
        if (e instanceof SQLiteException sqlite) {
            reason =
                    switch (sqlite.getResultCode()) {
                        case SQLITE_NOTADB, SQLITE_CORRUPT -> "it is damaged or no database";
                        case SQLITE_FULL -> "the disk is full";
                        case SQLITE_READONLY, SQLITE_READONLY_DIRECTORY -> "it cannot be written";
                        case SQLITE_CANTOPEN ->
                                Files.isWritable(file) ? e.getMessage() : "it cannot be written";
                        default -> (isFull(file) ? "the disk is full: " : "") + e.getMessage();
                    };
        }
        return file + " cannot be opened: " + reason;
    }

    /** SQLite has many codes for not having found room for its helping files. */
    private static boolean isFull(Path file) {
        try {
            return Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace()
                    < ROOM_TO_OPEN;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whose tables would be in the way of ours is not asked for migrations. */
    private int schemaVersion(Path file) throws SQLException {
        try (Connection connection = connect(SynchronousMode.FULL);
                Statement statement = connection.createStatement()) {
            if (number(statement, FOREIGN_TABLES) > 0) {
                throw new StorageNotOpenableException(file + " is a database of another program");
            }
            return number(statement, "PRAGMA user_version");
        }
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.getInt(1);
        }
    }

    private void migrate() {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(url, null, null)
                .locations("classpath:db/embedded")
                .load()
                .migrate();
    }

    private Connection connect(SynchronousMode synchronous) throws SQLException {
        return connector.connect(url, synchronous);
    }

    /** Returns the connection for the one writer; it checkpoints the log itself, when told. */
    Connection writer() {
        try {
            Connection connection = connect(SynchronousMode.NORMAL);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA wal_autocheckpoint = 0");
                statement.execute("PRAGMA journal_size_limit = " + LogCheckpoints.KEPT_BYTES);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            return connection;
        } catch (SQLException e) {
            throw new StorageNotOpenableException("cannot open a connection for writing", e);
        }
    }

    /** Returns a connection for checkpointing the log beside the writer. */
    Connection checkpointer() {
        try {
            return connect(SynchronousMode.FULL);
        } catch (SQLException e) {
            throw new StorageNotOpenableException("cannot open a connection for checkpoints", e);
        }
    }

    /** Something to do with a reader's statements. */
    @FunctionalInterface
    interface Query<T extends @Nullable Object> {
        T run(Reader reader) throws SQLException;
    }

    /**
     * Runs {@code query} on committed data.
     *
     * @throws StorageUnavailableException when no reader is free for seconds, or reading fails
     */
    <T extends @Nullable Object> T read(Query<T> query) {
        Reader reader = borrow();
        try {
            return query.run(reader);
        } catch (SQLException e) {
            throw new StorageUnavailableException("reading failed: " + e.getMessage(), e);
        } finally {
            readers.add(reader);
        }
    }

    private Reader borrow() {
        try {
            Reader reader = readers.poll(Connector.BUSY_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            if (reader == null) {
                throw new StorageUnavailableException("no connection for reading became free");
            }
            return reader;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException("interrupted while waiting to read", e);
        }
    }

    /** Returns whether {@code e} says that there is no room left to write. */
    static boolean isFull(Throwable e) {
        return e instanceof SQLiteException sqlite
                && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL;
    }

    /** Closes the readers. */
    @Override
    public void close() {
        opened.close();
    }
}
