package com.luckyfunatic.devservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The data directory of a MariaDB server, and how it comes into being: the server itself runs the
 * SQL files that its distribution brings for that, which is all that its own install script does.
 *
 * @param base where MariaDB is unpacked
 * @param home the directory of this server
 */
record MariaDbData(Path base, Path home) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Without a password, also over TCP; each statement on a line of its own. */
    private static final String BEFORE =
            """
            CREATE DATABASE mysql;
            USE mysql;
            SET @auth_root_socket=NULL;
            SET @skip_auth_anonymous=1;
            """;

    private static final List<String> SCRIPTS =
            List.of(
                    "mariadb_system_tables.sql",
                    "mariadb_performance_tables.sql",
                    "mariadb_system_tables_data.sql");

    /** The executable and the settings that every run of it needs. */
    List<String> commandBase() {
        return command(data());
    }

    private Path data() {
        return home.resolve("data");
    }

    private List<String> command(Path data) {
        return List.of(
                base.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                // As root it refuses to run unless told so.
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + base,
                "--lc-messages-dir=" + base.resolve("share"),
                "--datadir=" + data,
                "--tmpdir=" + temporaryTables(),
                "--innodb-log-file-size=16M");
    }

    /**
     * A server that starts deletes what looks like tables there, also those that another one has
     * made and uses: they must not share the machine's directory.
     */
    private Path temporaryTables() {
        try {
            return Files.createDirectories(home.resolve("tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the directory, in one step as far as others can see. */
    void createIfMissing() {
        if (Files.exists(data())) {
            return;
        }
        var unfinished = home.resolve("data.unfinished");
        var log = home.resolve("create.log");
        try {
            Directories.delete(unfinished);
            Files.createDirectories(unfinished);
            bootstrap(unfinished, log);
            var _ = Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while MariaDB made its tables", e);
        }
    }

    private void bootstrap(Path data, Path log) throws IOException, InterruptedException {
        var command = new ArrayList<>(command(data));
        command.add("--bootstrap");
        var running =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try (var input = running.getOutputStream()) {
            input.write(BEFORE.getBytes(StandardCharsets.UTF_8));
            for (String script : SCRIPTS) {
                var _ = Files.copy(base.resolve("share").resolve(script), input);
            }
        } catch (IOException e) {
            // It has ended early; the log says why.
            throw new ServerFailedException("MariaDB did not make its tables", log, e);
        }
        if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || running.exitValue() != 0) {
            running.destroyForcibly();
            throw new ServerFailedException("MariaDB did not make its tables", log, null);
        }
    }
}
