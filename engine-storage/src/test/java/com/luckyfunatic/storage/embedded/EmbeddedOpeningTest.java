package com.luckyfunatic.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.luckyfunatic.engine.storage.StorageInUseException;
import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import com.luckyfunatic.storage.retention.RetentionClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

class EmbeddedOpeningTest {
    /** In which nobody can make a file, not even root. */
    private static final Path OF_THE_KERNEL = Path.of("/sys/kernel");

    @TempDir private Path directory;

    private void assertNotOpenable(Path path, String... words) {
        assertThatThrownBy(() -> EmbeddedStorage.open(path))
                .isInstanceOf(StorageNotOpenableException.class)
                .hasMessageContainingAll(words);
    }

    private void assertInUse(String words) {
        assertThatThrownBy(() -> EmbeddedStorage.open(directory))
                .isInstanceOf(StorageInUseException.class)
                .hasMessageContainingAll(directory.toString(), words);
    }

    @Test
    void a_directory_that_does_not_exist_is_made() {
        Path deep = directory.resolve("a/b/c");
        EmbeddedStorage.open(deep).close();

        assertThat(deep.resolve("funatic.db")).exists();
    }

    @Test
    void a_directory_in_use_by_this_process_is_refused() {
        try (EmbeddedStorage _ = EmbeddedStorage.open(directory)) {
            assertInUse("in use by this process");
        }
        EmbeddedStorage.open(directory).close();
    }

    @Test
    void a_refused_opening_does_not_unlock_the_directory_for_other_processes() throws Exception {
        try (EmbeddedStorage _ = EmbeddedStorage.open(directory)) {
            assertInUse("in use by this process");

            try (EmbeddedProcess other = EmbeddedProcess.start(directory)) {
                assertThat(other.awaitEnd()).isNotZero();
                assertThat(other.kill()).isEmpty();
            }
        }
    }

    @Test
    void a_file_that_cannot_be_written_is_refused() {
        EmbeddedStorage.open(directory).close();
        Connector readOnly =
                (url, _) -> {
                    SQLiteConfig config = new SQLiteConfig();
                    config.setReadOnly(true);
                    return config.createConnection(url);
                };

        assertThatThrownBy(() ->
                        EmbeddedStorage.open(
                                EmbeddedSettings.in(directory), RetentionClock.system(), readOnly))
                .isInstanceOf(StorageNotOpenableException.class)
                .hasMessageContaining("cannot be written");
        EmbeddedStorage.open(directory).close();
    }

    @Test
    void a_directory_in_use_by_another_process_is_refused_with_its_number() throws Exception {
        try (EmbeddedProcess other = EmbeddedProcess.start(directory)) {
            other.awaitAcknowledged(1);

            assertInUse("in use by process " + other.pid());
        }
        EmbeddedStorage.open(directory).close();
    }

    @Test
    void a_file_in_place_of_the_directory_is_refused() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertNotOpenable(file, file.toString(), "is a file");
        assertNotOpenable(file.resolve("below"), "cannot be made");
    }

    @Test
    void a_directory_that_cannot_be_written_is_refused() throws IOException {
        Path locked = "root".equals(System.getProperty("user.name")) ? OF_THE_KERNEL : locked();
        assumeTrue(Files.isDirectory(locked), "root can write anywhere");

        assertNotOpenable(locked, locked.toString(), "cannot be written");
    }

    private Path locked() throws IOException {
        Path locked = Files.createDirectory(directory.resolve("locked"));
        assertThat(locked.toFile().setWritable(false)).isTrue();
        return locked;
    }

    @Test
    void a_database_of_another_program_is_refused_and_keeps_its_tables() throws SQLException {
        Path file = directory.resolve("funatic.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE recipe (name TEXT)");
        }

        assertNotOpenable(directory, file.toString(), "is a database of another program");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                ResultSet tables =
                        connection
                                .createStatement()
                                .executeQuery("SELECT name FROM sqlite_master")) {
            assertThat(tables.next()).isTrue();
            assertThat(tables.getString(1)).isEqualTo("recipe");
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void a_file_of_a_newer_version_is_refused_and_untouched() throws SQLException, IOException {
        EmbeddedStorage.open(directory).close();
        Path file = directory.resolve("funatic.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        byte[] before = Files.readAllBytes(file);

        assertNotOpenable(directory, "schema 99", "newer version");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_untouched() throws IOException {
        Path file = directory.resolve("funatic.db");
        Files.writeString(file, "not a database, but somebody's notes ".repeat(100));

        assertNotOpenable(directory, "funatic.db", "damaged or no database");
        assertThat(file).content().startsWith("not a database");
    }

    @Test
    void a_refused_directory_can_be_opened_once_it_is_in_order() throws IOException {
        Path file = directory.resolve("funatic.db");
        Files.writeString(file, "nonsense ".repeat(1000));
        assertNotOpenable(directory, "damaged");
        Files.delete(file);

        EmbeddedStorage.open(directory).close();
    }
}
