package com.luckyfunatic.storage.scylla;

import com.luckyfunatic.engine.audit.AuditComparison;
import com.luckyfunatic.engine.audit.AuditDifference;
import com.luckyfunatic.engine.audit.AuditScope;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Holds the audit trail against its manifests: what these list is sorted by where it lies on the
 * ring of tokens, and slice after slice compared with what is stored there. So every row is read
 * once, also one that no manifest knows, and memory is needed for a slice only.
 *
 * <p>Of a single day, the partitions that manifests list are read instead of the whole ring.
 */
final class TrailComparison {
    private static final int MANIFESTS_AT_ONCE = 64;
    private static final int MANIFESTS_PER_SLICE = 400;
    private static final int SLICES_MAX = 1_024;

    private final AuditManifests manifests;
    private final StoredRows stored;
    private final AuditScope scope;
    private final AuditLog.Progress progress;
    private final Consumer<AuditDifference> found;

    private long lastBatch;
    private long total;
    private long unsealed;

    TrailComparison(
            AuditManifests manifests,
            StoredRows stored,
            AuditScope scope,
            AuditLog.Progress progress,
            Consumer<AuditDifference> found) {
        this.manifests = manifests;
        this.stored = stored;
        this.scope = scope;
        this.progress = progress;
        this.found = found;
    }

    AuditComparison run() {
        long slices = Math.clamp(manifests.countAfter(0) / MANIFESTS_PER_SLICE, 1, SLICES_MAX);
        RingSlices ring = new RingSlices((int) slices);
        try (ListedRows listed = ListedRows.open(ring.count())) {
            readManifests(0, (batch, manifest) -> sort(batch, manifest, ring, listed));
            listed.finish();
            return compare(ring, listed);
        }
    }

    /** Also those that are not sealed yet: what they list is no intruder. */
    private void readManifests(long after, AuditManifests.ManifestConsumer consumer) {
        lastBatch = after;
        int read;
        do {
            read =
                    manifests.manifests(
                            lastBatch,
                            Long.MAX_VALUE,
                            MANIFESTS_AT_ONCE,
                            (batch, manifest) -> {
                                lastBatch = batch;
                                consumer.accept(batch, manifest);
                            });
        } while (read == MANIFESTS_AT_ONCE);
    }

    private void sort(long batch, Manifest manifest, RingSlices ring, ListedRows listed) {
        for (Manifest.Line line : manifest.lines()) {
            if (scope.day() == null || scope.day().equals(line.day())) {
                total++;
                unsealed += batch > scope.to() ? 1 : 0;
                listed.add(
                        ring.of(stored.token(line.player(), line.day())),
                        new ListedRows.Listed(
                                batch, manifest.retention().days(line.table()), line));
            }
        }
    }

    private AuditComparison compare(RingSlices ring, ListedRows listed) {
        try (ExecutorService readers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<SliceComparison.Result>> slices = new ArrayList<>(ring.count());
            for (int i = 0; i < ring.count(); i++) {
                int slice = i;
                slices.add(readers.submit(() -> slice(slice, ring, listed)));
            }
            try {
                return gather(slices);
            } catch (RuntimeException e) {
                readers.shutdownNow();
                throw e;
            }
        }
    }

    private SliceComparison.Result slice(int slice, RingSlices ring, ListedRows listed) {
        SliceComparison comparison = new SliceComparison(scope);
        listed.read(slice, comparison::expect);
        if (scope.day() == null) {
            for (AuditTable table : AuditTable.values()) {
                stored.scan(table, ring.first(slice), ring.last(slice), comparison::meet);
            }
        } else {
            comparison
                    .days()
                    .forEach(each ->
                            stored.ofDay(
                                    each.table(), each.player(), each.day(), comparison::meet));
        }
        return comparison.finish();
    }

    private AuditComparison gather(List<Future<SliceComparison.Result>> slices) {
        AuditComparison sum = new AuditComparison(0, 0, unsealed);
        List<StoredRows.Stored> unknown = new ArrayList<>();
        for (Future<SliceComparison.Result> slice : slices) {
            SliceComparison.Result result = await(slice);
            result.differences().forEach(found);
            unknown.addAll(result.unknown());
            sum = sum.plus(result.comparison());
            progress.compared(sum.rows() + sum.gone(), Math.max(total, sum.rows() + sum.gone()));
        }
        tellUnknown(unknown);
        return sum;
    }

    /** Whose manifest came while the slices were compared is known after all. */
    private void tellUnknown(List<StoredRows.Stored> unknown) {
        if (unknown.isEmpty()) {
            return;
        }
        Set<StoredRows.Stored> known = new HashSet<>();
        readManifests(
                lastBatch,
                (_, manifest) ->
                        manifest.lines().forEach(line -> known.add(SliceComparison.stored(line))));
        unknown.stream()
                .filter(row -> !known.contains(row))
                .map(SliceComparison::inserted)
                .forEach(found);
    }

    private static SliceComparison.Result await(Future<SliceComparison.Result> slice) {
        try {
            return slice.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException("interrupted while comparing", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a slice could not be compared", e);
        }
    }
}
