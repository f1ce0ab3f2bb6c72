package com.luckyfunatic.storage.scylla;

import com.luckyfunatic.engine.audit.AuditComparison;
import com.luckyfunatic.engine.audit.AuditDifference;
import com.luckyfunatic.engine.audit.AuditDifference.Kind;
import com.luckyfunatic.engine.audit.AuditScope;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.storage.scylla.StoredRows.Stored;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds the audit trail against its manifests: what these list is sorted by where it lies on the
 * ring of tokens, and slice after slice compared with what is stored there. So every row is read
 * once, also one that no manifest knows, and memory is needed for a slice only.
 *
 * <p>Of a single day, the partitions that manifests list are read instead of the whole ring.
 */
final class TrailComparison {
    private static final int SAMPLED = 256;
    private static final int SLICES_MAX = 1_024;
    private static final int TRIES = 3;

    private final AuditManifests manifests;
    private final UnsealedManifests unsealed;
    private final StoredRows stored;
    private final AuditScope scope;
    private final AuditLog.Progress progress;
    private final Consumer<AuditDifference> found;
    private final int rowsPerSlice;

    private long total;
    private long unsealedRows;

    /**
     * @param unsealed what is archived and not sealed yet: it may be in the trail
     * @param rowsPerSlice how much to compare at once
     */
    TrailComparison(
            AuditManifests manifests,
            UnsealedManifests unsealed,
            StoredRows stored,
            AuditScope scope,
            AuditLog.Progress progress,
            Consumer<AuditDifference> found,
            int rowsPerSlice) {
        this.manifests = manifests;
        this.unsealed = unsealed;
        this.stored = stored;
        this.scope = scope;
        this.progress = progress;
        this.found = found;
        this.rowsPerSlice = rowsPerSlice;
    }

    /** Is told a manifest. */
    @FunctionalInterface
    interface ManifestConsumer {
        /** Told the manifest of a batch. */
        void accept(long batch, Manifest manifest);
    }

    /** Hands out the manifests of all batches that are not sealed. */
    @FunctionalInterface
    interface UnsealedManifests {
        /** Hands them to {@code consumer}. */
        void forEach(ManifestConsumer consumer);
    }

    AuditComparison run() {
        RingSlices ring = new RingSlices(slices());
        try (ListedRows listed = ListedRows.open(ring.count())) {
            manifests.contents(
                    scope.to(),
                    Integer.MAX_VALUE,
                    (batch, content) -> {
                        Manifest manifest = read(batch, content);
                        if (manifest != null) {
                            sort(batch, manifest, true, ring, listed);
                        }
                    });
            unsealed.forEach((batch, manifest) -> sort(batch, manifest, false, ring, listed));
            listed.finish();
            return compare(ring, listed);
        }
    }

    /** About as many as there are lines for; a slice that turns out to have more is cut again. */
    private int slices() {
        long[] sampled = new long[2];
        manifests.contents(
                scope.to(),
                SAMPLED,
                (_, content) -> {
                    sampled[0]++;
                    sampled[1] += content == null ? 0 : content.remaining() / Manifest.Line.BYTES;
                });
        long lines = manifests.countAfter(0) * sampled[1] / Math.max(1, sampled[0]);
        return Math.clamp(lines / rowsPerSlice, 1, SLICES_MAX);
    }

    private @Nullable Manifest read(long batch, @Nullable ByteBuffer content) {
        if (content != null) {
            try {
                return Manifest.of(content);
            } catch (StorageCorruptException e) {
                // It is told below, as one without any content is.
            }
        }
        found.accept(
                new AuditDifference(
                        Kind.EDITED,
                        null,
                        batch,
                        "the manifest cannot be understood, so that its rows look like strangers"));
        return null;
    }

    private void sort(
            long batch, Manifest manifest, boolean isSealed, RingSlices ring, ListedRows listed) {
        for (Manifest.Line line : manifest.lines()) {
            if (scope.day() == null || scope.day().equals(line.day())) {
                total++;
                unsealedRows += isSealed ? 0 : 1;
                long token = stored.token(line.player(), line.day());
                int liveDays = manifest.retention().days(line.table());
                listed.add(
                        ring.of(token),
                        new ListedRows.Listed(token, batch, liveDays, isSealed, line));
            }
        }
    }

    private AuditComparison compare(RingSlices ring, ListedRows listed) {
        int processors = Runtime.getRuntime().availableProcessors();
        try (ExecutorService readers = Executors.newFixedThreadPool(processors)) {
            Gathering gathering = new Gathering();
            Queue<Future<List<SliceComparison.Result>>> running = new ArrayDeque<>();
            try {
                for (int i = 0; i < ring.count(); i++) {
                    int slice = i;
                    running.add(readers.submit(() -> slice(slice, ring, listed)));
                    if (running.size() > processors) {
                        await(running.remove()).forEach(gathering::add);
                    }
                }
                while (!running.isEmpty()) {
                    await(running.remove()).forEach(gathering::add);
                }
            } catch (RuntimeException e) {
                readers.shutdownNow();
                throw e;
            }
            return gathering.finish();
        }
    }

    private List<SliceComparison.Result> slice(int slice, RingSlices ring, ListedRows listed) {
        int parts = (int) (1 + listed.count(slice) / (2L * rowsPerSlice));
        RingSlices finer = new RingSlices(Math.multiplyExact(ring.count(), parts));
        List<SliceComparison.Result> results = new ArrayList<>(parts);
        for (int part = 0; part < parts; part++) {
            results.add(part(slice, slice * parts + part, finer, listed));
        }
        return results;
    }

    /** Nothing is told of a part before all of it is compared, so it can be tried again. */
    private SliceComparison.Result part(int slice, int part, RingSlices ring, ListedRows listed) {
        for (int tried = 1; ; tried++) {
            try {
                return compared(slice, part, ring, listed);
            } catch (StorageUnavailableException e) {
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    private SliceComparison.Result compared(
            int slice, int part, RingSlices ring, ListedRows listed) {
        SliceComparison comparison = new SliceComparison(scope);
        listed.read(
                slice,
                each -> {
                    if (ring.of(each.token()) == part) {
                        comparison.expect(each);
                    }
                });
        if (scope.day() == null) {
            for (AuditTable table : AuditTable.values()) {
                stored.scan(table, ring.first(part), ring.last(part), comparison::meet);
            }
        } else {
            for (PlayerDay each : comparison.days()) {
                stored.ofDay(each, comparison::meet);
            }
        }
        stored.firstSequences(comparison.sealedDays(), comparison::meetFirst);
        return comparison.finish();
    }

    /** Adds up what slices came to, and tells of it. */
    private final class Gathering {
        private final List<Stored> unknown = new ArrayList<>();
        private AuditComparison sum = new AuditComparison(0, 0, unsealedRows);
        private long untold;

        void add(SliceComparison.Result result) {
            result.differences().forEach(found);
            unknown.addAll(result.unknown());
            untold += result.untold();
            sum = sum.plus(result.comparison());
            progress.compared(sum.rows() + sum.gone(), total);
        }

        AuditComparison finish() {
            tellUnknown();
            if (untold > 0) {
                found.accept(
                        new AuditDifference(
                                Kind.EDITED,
                                null,
                                null,
                                untold + " rows more are not as they were sealed"));
            }
            return sum;
        }

        /** What was archived while the slices were compared is known after all. */
        private void tellUnknown() {
            if (unknown.isEmpty()) {
                return;
            }
            Set<Stored> left = new HashSet<>(unknown);
            unsealed.forEach((_, manifest) ->
                    manifest.lines().forEach(line -> left.remove(SliceComparison.stored(line))));
            unknown.stream().filter(left::contains).map(SliceComparison::inserted).forEach(found);
        }
    }

    private static <T> T await(Future<T> slice) {
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
