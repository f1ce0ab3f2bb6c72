package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets one program at a time change the schema. It ends by itself some time after its holder has
 * died; a holder that is slower than that does no harm, because migrations may run twice.
 */
final class MigrationLock implements AutoCloseable {
    static final String TABLE =
            "CREATE TABLE IF NOT EXISTS schema_lock (name text PRIMARY KEY, owner text)";

    private static final int LIFE_SECONDS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(2L * LIFE_SECONDS);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final CqlSession session;
    private final String owner = UUID.randomUUID().toString();

    private MigrationLock(CqlSession session) {
        this.session = session;
    }

    /** Waits for the lock. */
    static MigrationLock acquire(CqlSession session) {
        MigrationLock lock = new MigrationLock(session);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!lock.tryAcquire()) {
            if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                throw new StorageUnavailableException(
                        "another program keeps changing the schema of the audit database");
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
        return lock;
    }

    private boolean tryAcquire() {
        ResultSet result =
                execute(
                        SimpleStatement.newInstance(
                                "INSERT INTO schema_lock (name, owner) VALUES ('migration', ?)"
                                        + " IF NOT EXISTS USING TTL "
                                        + LIFE_SECONDS,
                                owner));
        if (result.wasApplied()) {
            return true;
        }
        // Not applied, and ours: an answer was lost, and the driver has asked again.
        Row row = result.one();
        return row != null && owner.equals(row.getString("owner"));
    }

    @Override
    public void close() {
        execute(
                SimpleStatement.newInstance(
                        "DELETE FROM schema_lock WHERE name = 'migration' IF owner = ?", owner));
    }

    private ResultSet execute(SimpleStatement statement) {
        return session.execute(statement.setTimeout(Migrations.SCHEMA_TIMEOUT).setIdempotent(true));
    }
}
