package com.luckyfunatic.storage.verify;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.verify.Mismatch.Kind;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks that everything adds up: for every player and currency the balance is the sum of the
 * changes, sequences have no gaps, no balance leaves its range, the audit has what it counts, and
 * every accepted hard operation has made exactly one change.
 *
 * <p>It may run while the game is played: what seems wrong is read a second time, and counts only
 * if it still is. Memory is bounded by one player's hard operations and days, times the number of
 * players who are read at once, besides the list of ids. Not thread-safe; may be run again.
 */
public final class ConservationCheck {
    /** How many players are read at once unless told otherwise. */
    public static final int AT_ONCE = 8;

    private final Books books;
    private final int atOnce;

    private ConservationCheck(Books books, int atOnce) {
        this.books = books;
        this.atOnce = atOnce;
    }

    /** Returns a check of {@code books}. */
    public static ConservationCheck of(Books books) {
        return new ConservationCheck(books, AT_ONCE);
    }

    /** Returns this, reading so many players at once. */
    public ConservationCheck readingAtOnce(int players) {
        if (players < 1) {
            throw new IllegalArgumentException("at least one player at once, not " + players);
        }
        return new ConservationCheck(books, players);
    }

    /** Is told how far a check has come; by one thread at a time. */
    @FunctionalInterface
    public interface Progress {
        /** Told after each player. */
        void checked(long players, long ofPlayers);
    }

    /**
     * Checks all players.
     *
     * @param found is told each mismatch as soon as it is known, by one thread at a time
     * @throws com.luckyfunatic.engine.storage.StorageUnavailableException when a database is away
     */
    public ConservationReport run(Progress progress, Consumer<Mismatch> found) {
        Run run = new Run(progress, found, books.players());
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            books.forEach(book -> run.submit(readers, book));
        }
        return run.report();
    }

    /** Checks {@code players} only. */
    public ConservationReport run(Collection<PlayerId> players, Consumer<Mismatch> found) {
        Run run = new Run((_, _) -> {}, found, players.size());
        players.forEach(player -> run.checkOne(books.of(player)));
        return run.report();
    }

    private static BookCheck.Checked checkTwice(PlayerBook book) {
        BookCheck.Checked first = BookCheck.check(book);
        if (first.mismatches().isEmpty()) {
            return first;
        }
        BookCheck.Checked second = BookCheck.check(book);
        Set<Kind> before =
                first.mismatches().stream()
                        .map(Mismatch::kind)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        return second.with(
                second.mismatches().stream().filter(each -> before.contains(each.kind())).toList());
    }

    /** One run: its sums, and the first failure, which ends it. */
    private final class Run {
        private final Progress progress;
        private final Consumer<Mismatch> found;
        private final long total;
        private final Semaphore room = new Semaphore(atOnce);
        private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        private ConservationReport report = ConservationReport.NOTHING;

        Run(Progress progress, Consumer<Mismatch> found, long total) {
            this.progress = progress;
            this.found = found;
            this.total = total;
        }

        void submit(ExecutorService readers, PlayerBook book) {
            rethrow();
            room.acquireUninterruptibly();
            readers.execute(() -> {
                try {
                    checkOne(book);
                } catch (RuntimeException e) {
                    failure.compareAndSet(null, e);
                } finally {
                    room.release();
                }
            });
        }

        void checkOne(PlayerBook book) {
            BookCheck.Checked checked = checkTwice(book);
            synchronized (this) {
                report = report.and(checked);
                checked.mismatches().forEach(found);
                progress.checked(report.players(), total);
            }
        }

        synchronized ConservationReport report() {
            rethrow();
            return report;
        }

        private void rethrow() {
            RuntimeException failed = failure.get();
            if (failed != null) {
                throw failed;
            }
        }
    }
}
