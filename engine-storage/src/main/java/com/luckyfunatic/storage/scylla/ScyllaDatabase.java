package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.InvalidKeyspaceException;
import com.datastax.oss.driver.api.core.auth.AuthenticationException;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import com.luckyfunatic.engine.storage.SessionHistory;
import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.storage.check.Finding;
import com.luckyfunatic.storage.codec.GameCodec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The connection to ScyllaDB or Cassandra. Opening it brings the schema up to date. Thread-safe;
 * every wait has an end, and while the database is away calls fail with {@link
 * StorageUnavailableException}. Connections come back by themselves.
 */
public final class ScyllaDatabase implements AutoCloseable {
    private static final Duration AVAILABLE_WITHIN = Duration.ofMillis(900);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final CqlSession session;
    private final ScyllaSettings settings;
    private final Requests requests;
    private final AuditTrail audit;
    private final AuditManifests manifests;
    private final ScyllaSessionHistory sessions;
    private final AtomicLong nodeChanges;

    private ScyllaDatabase(
            CqlSession session, ScyllaSettings settings, KnownDays known, AtomicLong nodeChanges) {
        GameCodec codec = new GameCodec();
        this.session = session;
        this.nodeChanges = nodeChanges;
        this.settings = settings;
        requests = new Requests(session);
        AuditTables tables = AuditTables.prepare(session, settings.retention());
        PlayerDays days = new PlayerDays(session, settings.retention());
        sessions = new ScyllaSessionHistory(session, requests, settings);
        AuditWriter writer = new AuditWriter(requests, tables, days, known, codec, settings);
        manifests = new AuditManifests(session, requests, writer, settings);
        audit =
                new AuditTrail(
                        codec,
                        tables,
                        writer,
                        new AuditReader(requests, tables, days, settings.requestTimeout()));
    }

    /**
     * Connects and brings the schema up to date.
     *
     * @throws StorageUnavailableException when no node answers; try again later
     * @throws StorageNotOpenableException when the settings or the database have to be put right
     */
    public static ScyllaDatabase open(ScyllaSettings settings) {
        KnownDays known = new KnownDays();
        AtomicLong nodeChanges = new AtomicLong();
        CqlSession session =
                connect(
                        settings,
                        () -> {
                            known.forget();
                            nodeChanges.incrementAndGet();
                        });
        try {
            KeyspaceCheck.requireDataCentre(session, settings.localDatacenter());
            enterKeyspace(session, settings);
            KeyspaceCheck.requireCopies(session, settings);
            new Migrations(session, Migration.all()).apply();
            return new ScyllaDatabase(session, settings, known, nodeChanges);
        } catch (InvalidQueryException | InvalidKeyspaceException e) {
            session.forceCloseAsync();
            throw new StorageNotOpenableException(
                    "keyspace %s cannot be used: %s".formatted(settings.keyspace(), e.getMessage()),
                    e);
        } catch (DriverException e) {
            session.forceCloseAsync();
            throw DriverErrors.translate(e);
        } catch (RuntimeException e) {
            session.forceCloseAsync();
            throw e;
        }
    }

    private static CqlSession connect(ScyllaSettings settings, Runnable nodeChange) {
        try {
            return Sessions.open(settings, nodeChange);
        } catch (DriverException | AuthenticationException e) {
            if (isRefusal(e)) {
                throw new StorageNotOpenableException("the audit database: " + e.getMessage(), e);
            }
            if (e instanceof AllNodesFailedException) {
                // The driver's own words are others each time, and would be taken for news.
                throw new StorageUnavailableException(
                        "no node of the audit database answers at " + settings.contactPoints(), e);
            }
            throw DriverErrors.translate(e);
        }
    }

    private static boolean isRefusal(RuntimeException failure) {
        return failure instanceof AuthenticationException
                || (failure instanceof AllNodesFailedException all
                        && all.getAllErrors().values().stream()
                                .flatMap(List::stream)
                                .allMatch(AuthenticationException.class::isInstance));
    }

    private static void enterKeyspace(CqlSession session, ScyllaSettings settings) {
        if (settings.replicas() > 0) {
            session.execute(
                    SimpleStatement.newInstance(
                                    ("CREATE KEYSPACE IF NOT EXISTS %s WITH replication = {'class':"
                                                    + " 'NetworkTopologyStrategy', '%s': %d}")
                                            .formatted(
                                                    settings.keyspace(),
                                                    settings.localDatacenter().replace("'", "''"),
                                                    settings.replicas()))
                            .setTimeout(Migrations.SCHEMA_TIMEOUT)
                            .setIdempotent(true));
        }
        // The name was checked when the settings were made.
        session.execute("USE " + settings.keyspace());
    }

    /** The audit trail. */
    public AuditTrail audit() {
        return audit;
    }

    /** What each batch of the archive has stored in the audit trail. */
    public AuditManifests manifests() {
        return manifests;
    }

    /** The stretches of play that were flushed. */
    public SessionHistory sessions() {
        return sessions;
    }

    /** Returns what there is to say about how the audit is kept. */
    public List<Finding> findings() {
        return KeyspaceCheck.findings(session, settings);
    }

    /**
     * Returns how often a node has gone or come: each time, what was acknowledged last may have
     * been forgotten.
     */
    public long nodeChanges() {
        return nodeChanges.get();
    }

    /**
     * Finds out, within about a second, whether enough nodes answer.
     *
     * @throws StorageUnavailableException when they do not
     */
    public void checkAvailable() {
        SimpleStatement query =
                SimpleStatement.newInstance(
                                "SELECT version FROM schema_migration WHERE version = 1")
                        .setTimeout(AVAILABLE_WITHIN)
                        .setIdempotent(true);
        DriverErrors.await(requests.send(query), AVAILABLE_WITHIN);
    }

    /** Waits for what is on its way, but not for ever, and disconnects. Again is no error. */
    @Override
    public void close() {
        try {
            session.closeAsync()
                    .toCompletableFuture()
                    .get(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            session.forceCloseAsync();
        } catch (ExecutionException | TimeoutException e) {
            session.forceCloseAsync();
        }
    }
}
