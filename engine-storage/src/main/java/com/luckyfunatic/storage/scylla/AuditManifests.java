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
import com.luckyfunatic.storage.audit.Encoding;
import com.luckyfunatic.storage.scylla.ScyllaSettings.Retention;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What each batch of the archive has stored in the audit trail, as the hashes of its rows. Sealing
 * the manifests seals all rows, at a twentieth of their size. They are made from the archive when
 * they are sealed, never from what is stored here.
 *
 * <p>Thread-safe. Methods block, and end with {@link
 * com.luckyfunatic.engine.storage.StorageUnavailableException} when the database is away.
 */
public final class AuditManifests {
    /** How many days manifests are kept at least, however short their rows live. */
    public static final int DAYS_MIN = 395;

    /** What a slice of the comparison may list, as far as that can be told beforehand. */
    static final int ROWS_PER_SLICE = 100_000;

    private static final int BATCHES_PER_BUCKET = 256;
    private static final int BUCKETS_AT_ONCE = 64;

    /** How much longer a bucket is known than its manifests live: they come one after the other. */
    private static final int EXTRA_DAYS = 30;

    private final CqlSession session;
    private final Requests requests;
    private final AuditWriter writer;
    private final ScyllaSettings settings;
    private final PreparedStatement insert;
    private final PreparedStatement insertBucket;
    private final PreparedStatement buckets;
    private final PreparedStatement select;
    private final PreparedStatement count;

    AuditManifests(
            CqlSession session, Requests requests, AuditWriter writer, ScyllaSettings settings) {
        this.session = session;
        this.requests = requests;
        this.writer = writer;
        this.settings = settings;
        long seconds = days(settings.retention()) * Days.SECONDS;
        insert =
                session.prepare(
                        "INSERT INTO audit_manifest (bucket, batch_id, at, content)"
                                + " VALUES (?, ?, ?, ?) USING TTL %d AND TIMESTAMP ?"
                                        .formatted(seconds));
        insertBucket =
                session.prepare(
                        "INSERT INTO audit_manifest_bucket (part, bucket) VALUES (0, ?)"
                                + " USING TTL %d AND TIMESTAMP ?"
                                        .formatted(seconds + EXTRA_DAYS * Days.SECONDS));
        buckets =
                session.prepare(
                        "SELECT bucket FROM audit_manifest_bucket"
                                + " WHERE part = 0 AND bucket >= ? AND bucket <= ? LIMIT ?");
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

    /**
     * Stores the manifests of {@code batches}, durably; again is no error. A batch of which nothing
     * is in the trail has none.
     *
     * @return the manifests as rows of their log, in the order of the batches
     */
    public List<AuditRow> store(List<AuditBatch> batches) {
        List<AuditRow> rows = new ArrayList<>(batches.size());
        List<CompletionStage<?>> stored = new ArrayList<>(2 * batches.size());
        for (AuditBatch batch : batches) {
            AuditWriter.Listing listing = writer.list(batch.entries());
            if (!listing.manifest().lines().isEmpty()) {
                ByteBuffer content = listing.manifest().toBytes();
                rows.add(row(batch.id(), listing.latestMillis(), content.duplicate()));
                for (BoundStatement each : inserts(batch.id(), listing.latestMillis(), content)) {
                    stored.add(requests.send(each));
                }
            }
        }
        stored.forEach(this::await);
        return rows;
    }

    private List<BoundStatement> inserts(long batch, long atMillis, ByteBuffer content) {
        return List.of(
                new Binder(insert)
                        .put(bucket(batch))
                        .put(batch)
                        .putMoment(atMillis)
                        .put(content)
                        .put(Days.writeTime(atMillis))
                        .build(),
                new Binder(insertBucket).put(bucket(batch)).put(Days.writeTime(atMillis)).build());
    }

    private static long bucket(long batch) {
        return batch / BATCHES_PER_BUCKET;
    }

    private static AuditRow row(long batch, @Nullable Long atMillis, @Nullable ByteBuffer content) {
        byte[] bytes = null;
        if (content != null) {
            bytes = new byte[content.remaining()];
            content.get(bytes);
        }
        return new AuditRow(
                batch,
                atMillis == null ? 0 : atMillis,
                new Encoding().number(batch).maybe(atMillis).bytes(bytes).finish());
    }

    /**
     * Hands out manifests as they are stored, whether or not they make sense; parameters as for
     * {@code AuditLog.read}.
     */
    public void read(long after, long to, int limit, Consumer<AuditRow> consumer) {
        each(
                after,
                to,
                limit,
                row -> {
                    Instant at = row.getInstant("at");
                    consumer.accept(
                            row(
                                    row.getLong("batch_id"),
                                    at == null ? null : at.toEpochMilli(),
                                    row.getByteBuffer("content")));
                });
    }

    /** Is told what is stored as the manifest of a batch; null for nothing. */
    @FunctionalInterface
    interface ContentConsumer {
        /** Told the content of one batch. */
        void accept(long batch, @Nullable ByteBuffer content);
    }

    /** Hands out the contents of up to so many manifests up to that of a batch, in order. */
    void contents(long to, int limit, ContentConsumer consumer) {
        each(
                0,
                to,
                limit,
                row -> consumer.accept(row.getLong("batch_id"), row.getByteBuffer("content")));
    }

    private void each(long after, long to, int limit, Consumer<Row> consumer) {
        int[] left = {limit};
        eachBucket(
                after,
                to,
                bucket -> {
                    requests.each(
                            new Binder(select)
                                    .put(bucket)
                                    .put(after)
                                    .put(to)
                                    .put(left[0])
                                    .pageSize(BUCKETS_AT_ONCE)
                                    .build(),
                            settings.requestTimeout(),
                            row -> {
                                left[0]--;
                                consumer.accept(row);
                            });
                    return left[0] > 0;
                });
    }

    @FunctionalInterface
    private interface BucketVisitor {
        /** Returns whether to go on. */
        boolean visit(long bucket);
    }

    private void eachBucket(long after, long to, BucketVisitor visitor) {
        if (after >= to) {
            return;
        }
        long next = bucket(after + 1);
        List<Row> found;
        do {
            found =
                    await(
                            requests.rows(
                                    new Binder(buckets)
                                            .put(next)
                                            .put(bucket(to))
                                            .put(BUCKETS_AT_ONCE)
                                            .build()));
            for (Row each : found) {
                long bucket = each.getLong("bucket");
                if (!visitor.visit(bucket)) {
                    return;
                }
                next = bucket + 1;
            }
        } while (found.size() == BUCKETS_AT_ONCE);
    }

    /** Returns how many manifests there are behind the one of batch {@code after}. */
    public long countAfter(long after) {
        long[] sum = {0};
        eachBucket(
                after,
                Long.MAX_VALUE,
                bucket -> {
                    sum[0] +=
                            await(requests.rows(new Binder(count).put(bucket).put(after).build()))
                                    .getFirst()
                                    .getLong(0);
                    return true;
                });
        return sum[0];
    }

    /** Hands out all batches that are archived and not sealed yet. */
    @FunctionalInterface
    public interface UnsealedBatches {
        /** Hands them to {@code consumer}. */
        void forEach(Consumer<AuditBatch> consumer);
    }

    /**
     * Holds the rows of the trail against the manifests, as {@code AuditLog.compare} does.
     *
     * @param unsealed what the trail may have besides; asked more than once
     */
    public AuditComparison compare(
            AuditScope scope,
            UnsealedBatches unsealed,
            AuditLog.Progress progress,
            Consumer<AuditDifference> found) {
        return compare(scope, unsealed, progress, found, ROWS_PER_SLICE);
    }

    AuditComparison compare(
            AuditScope scope,
            UnsealedBatches unsealed,
            AuditLog.Progress progress,
            Consumer<AuditDifference> found,
            int rowsPerSlice) {
        StoredRows stored = new StoredRows(session, requests, settings);
        return new TrailComparison(
                        this,
                        consumer ->
                                unsealed.forEach(batch ->
                                        consumer.accept(
                                                batch.id(),
                                                writer.list(batch.entries()).manifest())),
                        stored,
                        scope,
                        progress,
                        found,
                        rowsPerSlice)
                .run();
    }

    private <T> T await(CompletionStage<T> request) {
        return DriverErrors.await(request, settings.requestTimeout());
    }
}
