package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the database up to the schema that this build reads and writes. */
final class Migrations {
    /** A server that swallows what it is sent must be found out before it is waited for. */
    private static final Duration REACHABLE_WITHIN = Duration.ofSeconds(10);

    private Migrations() {}

    /**
     * Runs what is due, on a connection of its own without a limit of time; of several servers at
     * once, one does it and the others wait.
     *
     * @throws StorageUnavailableException when the database cannot be reached; try again later
     * @throws StorageNotOpenableException when it cannot be used or changed, or was written by a
     *     newer version
     */
    static void run(MySqlSettings settings) {
        try (Connection _ = ConnectionPool.connectOnce(settings, REACHABLE_WITHIN)) {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(
                            ConnectionPool.jdbcUrl(settings),
                            settings.user().isEmpty() ? null : settings.user(),
                            settings.password().isEmpty() ? null : settings.password())
                    .locations("classpath:db/mysql")
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
        } catch (SQLException | FlywayException e) {
            SQLException reason = SqlErrors.in(e);
            if (reason != null && SqlErrors.isLost(reason)) {
                throw new StorageUnavailableException(
                        "the database "
                                + settings.place()
                                + " cannot be reached: "
                                + reason.getMessage(),
                        e);
            }
            throw new StorageNotOpenableException(
                    "the database " + settings.place() + " cannot be opened: " + e.getMessage(), e);
        }
    }
}
