package com.luckyfunatic.storage.audit;

import com.luckyfunatic.engine.audit.AuditComparison;
import com.luckyfunatic.engine.audit.AuditScope;
import com.luckyfunatic.engine.audit.AuditSeal;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.storage.AuditStore;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.audit.AuditFinding.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was changed since it was sealed: rows that were edited, deleted, inserted or moved,
 * seals that are not those that were made, and seals that are gone though their heads were kept
 * apart. It reads as many seals' rows at once as there are processors. Not thread-safe.
 */
public final class AuditCheck {
    private static final int SEALS_AT_ONCE = 50;
    private static final SealCheck.Result NOT_READ = new SealCheck.Result(0, 0, null);

    private final AuditStore store;
    private final AuditChain chain;
    private final List<AuditAnchor> anchors;
    private @Nullable LocalDate day;
    private long keyedFrom = 1;

    /**
     * Checks {@code store}.
     *
     * @param chain with the key that the seals were made with, if they were
     * @param anchors heads that were kept apart
     */
    public AuditCheck(AuditStore store, AuditChain chain, List<AuditAnchor> anchors) {
        this.store = store;
        this.chain = chain;
        this.anchors = List.copyOf(anchors);
    }

    /** Reads the rows of {@code only} alone; of other days, the seals are checked and no rows. */
    public AuditCheck day(LocalDate only) {
        day = only;
        return this;
    }

    /**
     * Accepts seals without a key before the one of number {@code first}; otherwise, where the
     * chain has a key, every seal must.
     */
    public AuditCheck keyedFrom(long first) {
        keyedFrom = first;
        return this;
    }

    /** Is told how far a check has come. */
    @FunctionalInterface
    public interface Progress {
        /** Told after each few seals. */
        void checked(long seals, long ofSeals);

        /** Told now and then how many rows were compared that the log lists and lie elsewhere. */
        default void compared(long rows, long ofRows) {}
    }

    /**
     * Checks one log.
     *
     * @param nowMillis the time, epoch milliseconds
     * @param found is told each finding, in the order of the seals
     * @throws MissingKeyException when seals have a key and the chain has none
     * @throws com.luckyfunatic.engine.storage.StorageUnavailableException when the store is away
     */
    public AuditReport run(
            AuditLog log, long nowMillis, Progress progress, Consumer<AuditFinding> found) {
        try (ExecutorService readers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            return new Run(log, nowMillis, found, readers).run(progress);
        }
    }

    private final class Run {
        private final AuditLog log;
        private final long nowMillis;
        private final Consumer<AuditFinding> found;
        private final ExecutorService readers;
        private final NavigableMap<Long, List<AuditAnchor>> apart = new TreeMap<>();
        private @Nullable AuditSeal last;
        private long begunAtMillis;
        private long seals;
        private long keyed;
        private long rows;
        private long gone;
        private long findings;

        Run(AuditLog log, long nowMillis, Consumer<AuditFinding> found, ExecutorService readers) {
            this.log = log;
            this.nowMillis = nowMillis;
            this.found = found;
            this.readers = readers;
            anchors.stream()
                    .filter(each -> each.log().equals(log.name()))
                    .forEach(each ->
                            apart.computeIfAbsent(each.number(), _ -> new ArrayList<>()).add(each));
        }

        AuditReport run(Progress progress) {
            try {
                readSeals(progress);
            } catch (StorageCorruptException e) {
                tell(
                        new AuditFinding(
                                log.name(),
                                Kind.SEAL,
                                number() + 1,
                                null,
                                0,
                                0,
                                null,
                                "it, or one soon behind it, cannot be understood"));
            }
            checkEnd();
            AuditComparison listed = last == null ? AuditComparison.NOTHING : compare(progress);
            return new AuditReport(
                    log.name(),
                    seals,
                    keyed,
                    rows,
                    gone,
                    log.countAfter(sealedTo()),
                    listed,
                    findings);
        }

        private AuditComparison compare(Progress progress) {
            AuditScope scope = new AuditScope(sealedTo(), begunAtMillis, day, nowMillis);
            return log.compare(
                    scope, progress::compared, each -> tell(AuditFinding.of(log.name(), each)));
        }

        private void readSeals(Progress progress) {
            long total = store.last(log.name()).map(AuditSeal::number).orElse(0L);
            List<AuditSeal> page;
            do {
                page = store.seals(log.name(), number(), SEALS_AT_ONCE);
                check(page);
                progress.checked(seals, Math.max(seals, total));
            } while (page.size() == SEALS_AT_ONCE);
        }

        private void check(List<AuditSeal> page) {
            List<Future<SealCheck.Result>> results = new ArrayList<>(page.size());
            long after = sealedTo();
            for (AuditSeal seal : page) {
                results.add(rows(seal, after));
                after = seal.toPosition();
            }
            for (int i = 0; i < page.size(); i++) {
                checkSeal(last, page.get(i));
                add(await(results.get(i)));
            }
        }

        private Future<SealCheck.Result> rows(AuditSeal seal, long after) {
            boolean isMeant = day == null || log.isListing() || seal.epochDay() == day.toEpochDay();
            return isMeant
                    ? readers.submit(() -> SealCheck.check(log, seal, after, nowMillis))
                    : CompletableFuture.completedFuture(NOT_READ);
        }

        private void add(SealCheck.Result result) {
            rows += result.rows();
            gone += result.gone();
            if (result.finding() != null) {
                tell(result.finding());
            }
        }

        private void checkSeal(@Nullable AuditSeal before, AuditSeal seal) {
            if (seal.isKeyed() && !chain.isKeyed()) {
                throw new MissingKeyException(log.name(), seal.number());
            }
            seals++;
            keyed += seal.isKeyed() ? 1 : 0;
            last = seal;
            begunAtMillis = before == null ? seal.sealedAtMillis() : begunAtMillis;
            long after = before == null ? 0 : before.toPosition();
            String wrong = whatIsWrong(before, seal);
            if (wrong != null) {
                tell(AuditFinding.of(seal, Kind.SEAL, after, null, wrong));
            }
            List<AuditAnchor> kept = apart.remove(seal.number());
            if (kept != null && !kept.stream().allMatch(each -> each.head().equals(seal.head()))) {
                tell(
                        AuditFinding.of(
                                seal,
                                Kind.ANCHOR,
                                after,
                                null,
                                "its head is not the one that was kept apart"));
            }
        }

        private @Nullable String whatIsWrong(@Nullable AuditSeal before, AuditSeal seal) {
            long expected = before == null ? 1 : before.number() + 1;
            if (seal.number() != expected) {
                return "seal " + expected + " is missing before it";
            }
            if (!chain.head(before, seal).equals(seal.head())) {
                return "its head does not follow from what it says and the seal before it";
            }
            boolean mustBeKeyed =
                    (chain.isKeyed() && seal.number() >= keyedFrom)
                            || (before != null && before.isKeyed());
            if (mustBeKeyed && !seal.isKeyed()) {
                return "it was made without the key";
            }
            boolean isInOrder =
                    before == null
                            || (seal.fromPosition() > before.toPosition()
                                    && seal.epochDay() >= before.epochDay());
            return isInOrder ? null : "it does not come after the seal before it";
        }

        private void checkEnd() {
            for (Map.Entry<Long, List<AuditAnchor>> each : apart.entrySet()) {
                tell(
                        new AuditFinding(
                                log.name(),
                                Kind.ANCHOR,
                                each.getKey(),
                                null,
                                0,
                                0,
                                null,
                                "its head was kept apart, and the seal is gone"));
            }
        }

        private void tell(AuditFinding finding) {
            findings++;
            found.accept(finding);
        }

        private long number() {
            return last == null ? 0 : last.number();
        }

        private long sealedTo() {
            return last == null ? 0 : last.toPosition();
        }
    }

    private static SealCheck.Result await(Future<SealCheck.Result> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while checking", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a seal could not be checked", e);
        }
    }
}
