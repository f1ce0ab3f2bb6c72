package com.luckyfunatic.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.storage.retention.RetentionClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fails while opening or closing, nothing stays open: files, threads, the lock. */
class EmbeddedResourcesTest {
    /** One to look at the version, four readers, the writer, the one for checkpoints. */
    private static final int CONNECTIONS = 8;

    @TempDir private Path directory;
    private final WatchedConnections connections = new WatchedConnections();

    private EmbeddedStorage open() {
        return EmbeddedStorage.open(
                EmbeddedSettings.in(directory), RetentionClock.system(), connections);
    }

    private void assertNothingIsOpen() throws Exception {
        for (Connection each : connections.opened()) {
            assertThat(each.isClosed()).isTrue();
        }
        for (Thread thread : threads()) {
            assertThat(thread.join(Duration.ofSeconds(10))).as("%s ends", thread).isTrue();
        }
        // The lock is free, and what was there can be used.
        EmbeddedStorage.open(directory).close();
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("funatic-"))
                .toList();
    }

    @ParameterizedTest(name = "connection {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_connection_that_fails_while_opening_leaves_nothing_open(int number) throws Exception {
        connections.failAt(number);

        assertThatThrownBy(this::open)
                .isInstanceOf(StorageNotOpenableException.class)
                .hasRootCauseMessage("planted");
        assertThat(connections.opened()).hasSize(number - 1);
        assertNothingIsOpen();
    }

    @Test
    void all_connections_that_opening_makes_are_tried() {
        try (EmbeddedStorage _ = open()) {
            assertThat(connections.opened()).hasSize(CONNECTIONS);
            assertThat(threads()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE state_change SET document = 'no change'",
                "UPDATE state_change SET sequence = sequence + 5",
                "DROP TABLE meta",
                "DROP TABLE account"
            })
    void a_damaged_file_that_stops_recovery_leaves_nothing_open(String damage) throws Exception {
        leaveUnfinished();
        change(damage);

        assertThatThrownBy(this::open).isInstanceOf(StorageException.class);
        for (Connection each : connections.opened()) {
            assertThat(each.isClosed()).isTrue();
        }
        assertThatThrownBy(this::open)
                .as("it is not the lock that stops another try")
                .isNotInstanceOf(StorageNotOpenableException.class)
                .isInstanceOfAny(StorageCorruptException.class, StorageUnavailableException.class);
    }

    /** Leaves a journal that opening has to replay. */
    private void leaveUnfinished() throws SQLException {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            GameEngine.on(storage, TestCatalogs.full()).logIn(TelegramAccount.of(1, "Ann"), null);
        }
        change("DELETE FROM player_state");
        change("UPDATE meta SET value = 0 WHERE name = 'snapshot_position'");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + directory.resolve("funatic.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void connections_that_cannot_be_closed_do_not_keep_the_rest_open() throws Exception {
        EmbeddedStorage storage = open();
        GameEngine.on(storage, TestCatalogs.full()).logIn(TelegramAccount.of(1, "Ann"), null);
        connections.failToClose();

        assertThatThrownBy(storage::close)
                .isInstanceOf(StorageUnavailableException.class)
                .hasRootCauseMessage("planted")
                .satisfies(e -> assertThat(e.getSuppressed()).isNotEmpty());
        storage.close();
        assertNothingIsOpen();
    }
}
