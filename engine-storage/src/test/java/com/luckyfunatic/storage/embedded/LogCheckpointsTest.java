package com.luckyfunatic.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** How far the write-ahead log grows. */
@Timeout(30)
class LogCheckpointsTest {
    private static final int MEBIBYTE = 1 << 20;

    @TempDir private Path directory;
    private final Resources resources = new Resources();
    private WriterStatements writer;
    private Connection reader;
    private LogCheckpoints checkpoints;

    @BeforeEach
    void open() throws SQLException {
        Path file = directory.resolve("funatic.db");
        Database database = resources.add(Database.open(file, LogCheckpointsTest::connect));
        reader = Connector.toSqlite("jdbc:sqlite:" + file, SynchronousMode.OFF);
        resources.add(() -> {
            try {
                reader.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        writer = new WriterStatements(database.writer());
        resources.add(writer::close);
        checkpoints = resources.add(new LogCheckpoints(database.checkpointer()));
        writer.execute("CREATE TABLE filler (bytes BLOB)");
    }

    /** Waiting for another connection would take longer than the test may. */
    private static Connection connect(String url, SynchronousMode synchronous) throws SQLException {
        Connection connection = Connector.toSqlite(url, synchronous);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 60000");
        }
        return connection;
    }

    @AfterEach
    void close() {
        resources.close();
    }

    @Test
    void a_large_log_starts_over_in_the_same_file() throws SQLException {
        write(70);
        checkpoints.checkpoint();
        long length = logLength();

        checkpoints.restartIfTooLarge(writer);
        write(40);

        assertThat(logLength()).isEqualTo(length).isGreaterThan(70L * MEBIBYTE);
        assertThat(rows()).isEqualTo(110);
    }

    @Test
    void a_long_read_stops_nobody_and_the_log_gives_its_room_back_after_it() throws SQLException {
        try (Statement longRead = reader.createStatement()) {
            longRead.execute("BEGIN DEFERRED");
            longRead.executeQuery("SELECT count(*) FROM filler").close();
            write(140);
            checkpoints.checkpoint();
            assertThat(logLength()).isGreaterThan(LogCheckpoints.KEPT_BYTES);
            checkpoints.restartIfTooLarge(writer);
            longRead.execute("COMMIT");
        }
        checkpoints.checkpoint();

        checkpoints.restartIfTooLarge(writer);
        write(1);

        assertThat(logLength()).isLessThanOrEqualTo(LogCheckpoints.KEPT_BYTES);
        assertThat(rows()).isEqualTo(141);
    }

    private void write(int mebibytes) throws SQLException {
        for (int i = 0; i < mebibytes; i++) {
            writer.begin(false);
            writer.execute("INSERT INTO filler VALUES (zeroblob(" + MEBIBYTE + "))");
            writer.commit();
        }
    }

    private long rows() throws SQLException {
        try (Statement statement = reader.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM filler")) {
            return row.getLong(1);
        }
    }

    private long logLength() {
        return directory.resolve("funatic.db-wal").toFile().length();
    }
}
