package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the keyspace of a session to the newest form. Several programs may do so at once: one
 * works while the others wait. Versions that this program does not know are left alone, so that a
 * newer one can run beside it.
 */
final class Migrations {
    /** Time for one change of the schema, which all nodes have to agree on. */
    static final Duration SCHEMA_TIMEOUT = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private static final String NOTES =
            "CREATE TABLE IF NOT EXISTS schema_migration"
                    + " (version int PRIMARY KEY, name text, checksum text)";

    private final CqlSession session;
    private final List<Migration> migrations;

    Migrations(CqlSession session, List<Migration> migrations) {
        this.session = session;
        this.migrations = List.copyOf(migrations);
    }

    /**
     * Applies what is missing.
     *
     * @throws StorageNotOpenableException when a migration was changed after it had been applied
     */
    void apply() {
        if (isUpToDate()) {
            return;
        }
        change(NOTES);
        change(MigrationLock.TABLE);
        try (MigrationLock _ = MigrationLock.acquire(session)) {
            missing().forEach(this::apply);
        }
    }

    private boolean isUpToDate() {
        try {
            return missing().isEmpty();
        } catch (InvalidQueryException e) {
            // Nothing has been noted yet: there is no table for it.
            return false;
        } catch (AllNodesFailedException e) {
            // Cassandra stumbles over a table that another program is making at this moment.
            return false;
        }
    }

    private List<Migration> missing() {
        Map<Integer, String> applied = new HashMap<>();
        SimpleStatement query =
                SimpleStatement.newInstance("SELECT version, checksum FROM schema_migration");
        for (Row row : session.execute(repeatable(query))) {
            applied.put(row.getInt("version"), row.getString("checksum"));
        }
        for (Migration migration : migrations) {
            String checksum = applied.get(migration.version());
            if (checksum != null && !checksum.equals(migration.checksum())) {
                throw new StorageNotOpenableException(
                        "%s was changed after it had been applied to keyspace %s"
                                .formatted(migration.name(), session.getKeyspace().orElseThrow()));
            }
        }
        return migrations.stream()
                .filter(migration -> !applied.containsKey(migration.version()))
                .toList();
    }

    private void apply(Migration migration) {
        migration.statements().forEach(this::change);
        session.execute(
                repeatable(
                        SimpleStatement.newInstance(
                                "INSERT INTO schema_migration (version, name, checksum)"
                                        + " VALUES (?, ?, ?)",
                                migration.version(),
                                migration.name(),
                                migration.checksum())));
        LOG.info("applied {} to the audit database", migration.name());
    }

    private void change(String statement) {
        ResultSet result = session.execute(repeatable(SimpleStatement.newInstance(statement)));
        if (!result.getExecutionInfo().isSchemaInAgreement()) {
            throw new StorageUnavailableException(
                    "the nodes of the audit database do not agree on its schema");
        }
    }

    private static SimpleStatement repeatable(SimpleStatement statement) {
        return statement.setTimeout(SCHEMA_TIMEOUT).setIdempotent(true);
    }
}
