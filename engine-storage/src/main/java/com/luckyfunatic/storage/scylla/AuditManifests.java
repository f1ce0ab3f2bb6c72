package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.luckyfunatic.engine.audit.AuditComparison;
import com.luckyfunatic.engine.audit.AuditDifference;
import com.luckyfunatic.engine.audit.AuditRow;
import com.luckyfunatic.engine.audit.AuditScope;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.audit.Encoding;
import com.luckyfunatic.storage.scylla.ScyllaSettings.Retention;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * What each batch of the archive has stored in the audit trail, as the hashes of its rows. Sealing
 * the manifests seals all rows, at a twentieth of their size.
 *
 * <p>Thread-safe. Methods block, and end with {@link
 * com.luckyfunatic.engine.storage.StorageUnavailableException} when the database is away.
 */
public final class AuditManifests {
    /** How many days manifests are kept at least, however short their rows live. */
    public static final int DAYS_MIN = 395;

    private static final int BATCHES_PER_BUCKET = 256;

    /** How much longer a bucket is known than its manifests live: they come one after the other. */
    private static final int EXTRA_DAYS = 30;

    private final Requests requests;
    private final ScyllaSettings settings;
    private final CqlSession session;
    private final PreparedStatement insert;
    private final PreparedStatement insertBucket;
    private final PreparedStatement buckets;
    private final PreparedStatement select;
    private final PreparedStatement count;

    AuditManifests(CqlSession session, Requests requests, ScyllaSettings settings) {
        this.session = session;
        this.requests = requests;
        this.settings = settings;
        long seconds = days(settings.retention()) * Days.SECONDS;
        insert =
                session.prepare(
                        "INSERT INTO audit_manifest (bucket, batch_id, at, content) VALUES (?, ?,"
                                + " ?, ?)"
                                + " USING TTL %d AND TIMESTAMP ?".formatted(seconds));
        insertBucket =
                session.prepare(
                        "INSERT INTO audit_manifest_bucket (part, bucket) VALUES (0, ?)"
                                + " USING TTL %d AND TIMESTAMP ?"
                                        .formatted(seconds + EXTRA_DAYS * Days.SECONDS));
        buckets =
                session.prepare(
                        "SELECT bucket FROM audit_manifest_bucket"
                                + " WHERE part = 0 AND bucket >= ? AND bucket <= ?");
        select =
                session.prepare(
                        "SELECT batch_id, at, content FROM audit_manifest"
                                + " WHERE bucket = ? AND batch_id > ? AND batch_id <= ? LIMIT ?");
        count =
                session.prepare(
                        "SELECT count(*) FROM audit_manifest WHERE bucket = ? AND batch_id > ?");
    }

    private static int days(Retention retention) {
        int longest = 0;
        for (AuditTable table : AuditTable.values()) {
            longest = Math.max(longest, retention.days(table));
        }
        return Math.max(DAYS_MIN, longest + EXTRA_DAYS);
    }

    /** How long rows live that are stored now. */
    Retention retention() {
        return settings.retention();
    }

    /** Returns the statements that store the manifest of a batch. */
    List<BoundStatement> inserts(long batch, long atMillis, Manifest manifest) {
        return List.of(
                new Binder(insert)
                        .put(bucket(batch))
                        .put(batch)
                        .putMoment(atMillis)
                        .put(manifest.toBytes())
                        .put(Days.writeTime(atMillis))
                        .build(),
                new Binder(insertBucket).put(bucket(batch)).put(Days.writeTime(atMillis)).build());
    }

    private static long bucket(long batch) {
        return batch / BATCHES_PER_BUCKET;
    }

    /** Hands out manifests as they are stored; parameters as for {@code AuditLog.read}. */
    public void read(long after, long to, int limit, Consumer<AuditRow> consumer) {
        Encoding content = new Encoding();
        each(
                after,
                to,
                limit,
                (batch, row) -> {
                    long atMillis = at(row).toEpochMilli();
                    ByteBuffer stored = content(row);
                    byte[] bytes = new byte[stored.remaining()];
                    stored.get(bytes);
                    content.number(batch).number(atMillis).bytes(bytes);
                    consumer.accept(new AuditRow(batch, atMillis, content.finish()));
                });
    }

    /** Hands out up to so many manifests behind one batch and up to another, in order. */
    int manifests(long after, long to, int limit, ManifestConsumer consumer) {
        return each(
                after,
                to,
                limit,
                (batch, row) -> consumer.accept(batch, Manifest.of(content(row))));
    }

    /** Is told manifests. */
    @FunctionalInterface
    interface ManifestConsumer {
        /** Told the manifest of a batch. */
        void accept(long batch, Manifest manifest);
    }

    @FunctionalInterface
    private interface BatchRow {
        void accept(long batch, Row row);
    }

    private int each(long after, long to, int limit, BatchRow consumer) {
        int left = limit;
        for (long bucket : buckets(after, to)) {
            if (left == 0) {
                break;
            }
            List<Row> rows =
                    await(
                            requests.rows(
                                    new Binder(select)
                                            .put(bucket)
                                            .put(after)
                                            .put(to)
                                            .put(left)
                                            .build()));
            rows.forEach(row -> consumer.accept(row.getLong("batch_id"), row));
            left -= rows.size();
        }
        return limit - left;
    }

    /** Returns the buckets that may have batches behind one and up to another. */
    private List<Long> buckets(long after, long to) {
        if (after >= to) {
            return List.of();
        }
        long first = bucket(after + 1);
        return await(requests.rows(new Binder(buckets).put(first).put(bucket(to)).build())).stream()
                .map(row -> row.getLong("bucket"))
                .toList();
    }

    /** Returns how many manifests there are behind the one of batch {@code after}. */
    public long countAfter(long after) {
        long found = 0;
        for (long bucket : buckets(after, Long.MAX_VALUE)) {
            found +=
                    await(requests.rows(new Binder(count).put(bucket).put(after).build()))
                            .getFirst()
                            .getLong(0);
        }
        return found;
    }

    /** Holds the rows of the trail against the manifests, as {@code AuditLog.compare} does. */
    public AuditComparison compare(
            AuditScope scope, AuditLog.Progress progress, Consumer<AuditDifference> found) {
        StoredRows stored = new StoredRows(session, requests, settings);
        return new TrailComparison(this, stored, scope, progress, found).run();
    }

    private <T> T await(CompletionStage<T> request) {
        return DriverErrors.await(request, settings.requestTimeout());
    }

    private static Instant at(Row row) {
        Instant at = row.getInstant("at");
        if (at == null) {
            throw new StorageCorruptException("a manifest has no time");
        }
        return at;
    }

    private static ByteBuffer content(Row row) {
        ByteBuffer content = row.getByteBuffer("content");
        if (content == null) {
            throw new StorageCorruptException("a manifest has no content");
        }
        return content;
    }
}
