package com.luckyfunatic.devservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MariaDbServerIT {
    @TempDir static Path directory;

    private MariaDbServer maria;

    @BeforeAll
    void start() {
        maria = TestFiles.orSkip(() -> MariaDbServer.start(TestFiles.get(), directory, List.of()));
    }

    @AfterAll
    void stop() {
        maria.close();
    }

    @Test
    void keeps_what_was_committed_when_it_is_killed() throws SQLException {
        execute("killed", "CREATE TABLE players (id BIGINT PRIMARY KEY, name VARCHAR(50))");
        execute("killed", "INSERT INTO players VALUES (1, 'Ann \uD83D\uDE00')");

        maria.kill();
        assertThatThrownBy(() -> connect("killed"))
                .isInstanceOf(SQLNonTransientConnectionException.class);
        maria.restart();

        assertThat(text("killed", "SELECT name FROM players")).isEqualTo("Ann \uD83D\uDE00");
    }

    @Test
    void answers_nothing_while_it_is_paused() throws SQLException {
        try (var connection = DriverManager.getConnection(url("paused") + "&socketTimeout=200");
                var statement = connection.createStatement()) {
            maria.pause();
            try {
                assertThatThrownBy(() -> statement.executeQuery("SELECT 1"))
                        .isInstanceOf(SQLException.class);
            } finally {
                maria.resume();
            }
        }
        assertThat(text("paused", "SELECT 1")).isEqualTo("1");
    }

    @Test
    void counts_in_utc_and_is_strict_and_durable() throws SQLException {
        assertThat(text("settings", "SELECT @@time_zone")).isEqualTo("+00:00");
        assertThat(text("settings", "SELECT @@sql_mode")).contains("STRICT_TRANS_TABLES");
        assertThat(text("settings", "SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
    }

    @Test
    void has_temporary_tables_where_no_other_server_has_any() throws Exception {
        assertThat(Path.of(text("settings", "SELECT @@tmpdir")))
                .startsWith(directory.toRealPath())
                .isDirectory();
    }

    @Test
    void lists_itself_on_loopback_only() {
        assertThat(maria.toString()).startsWith("MariaDB on ");
        assertThat(maria.address().getAddress().isLoopbackAddress()).isTrue();
    }

    private String url(String database) {
        return maria.jdbcUrl(database);
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database));
    }

    private void execute(String database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
