package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.hold.HoldSweeper;
import com.luckyfunatic.engine.schedule.OccurrenceName;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.Tournaments;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done about tournaments regularly, until they are over: announce those of the
 * content's series, settle entries that were interrupted, give back what was paid in cancelled
 * ones. Any number of callers at once do no harm. Thread-safe; calls block on the storage.
 */
public final class TournamentCare {
    private final GameEngine engine;
    private final HoldSweeper<TournamentEntry> sweeper;
    private final TournamentRefunds refunds;

    /** Cares for the tournaments of {@code engine}. */
    public TournamentCare(GameEngine engine) {
        this.engine = engine;
        sweeper = SeatHolds.sweeper(engine.storage(), engine.clock());
        refunds = new TournamentRefunds(engine);
    }

    /**
     * What one round came to.
     *
     * @param announced tournaments of series that were announced
     * @param settled entries that were settled
     * @param refunded fees that were given back
     */
    public record Round(int announced, int settled, int refunded) {
        /** Returns how much was done. */
        public int done() {
            return announced + settled + refunded;
        }
    }

    /**
     * Does everything that there is to do now.
     *
     * @throws RuntimeException what the first part that failed threw, after the others had their
     *     turn
     */
    public Round run() {
        Attempt attempt = new Attempt();
        int announced = attempt.at(this::announce);
        int settled = attempt.at(sweeper::sweep);
        int refunded = attempt.at(refunds::refund);
        attempt.rethrow();
        return new Round(announced, settled, refunded);
    }

    /**
     * Announces the tournament of each series that is open now, and the one after it.
     *
     * @return how many were announced by this call
     */
    public int announce() {
        long now = engine.clock().millis();
        int announced = 0;
        for (TournamentSeries series : engine.catalog().tournaments()) {
            long latest = series.latest(now);
            for (long number = Math.max(0, latest); number <= latest + 1; number++) {
                announced += announce(series, series.occurrence(number), now) ? 1 : 0;
            }
        }
        return announced;
    }

    private boolean announce(
            TournamentSeries series, TournamentDefinition occurrence, long nowMillis) {
        if (occurrence.closesAtMillis() <= nowMillis) {
            return false;
        }
        Tournament made =
                tournaments()
                        .find(occurrence.id())
                        .or(() -> underItsNumber(series, occurrence, nowMillis))
                        .orElse(null);
        if (made == null) {
            tournaments().create(occurrence);
            made = tournaments().find(occurrence.id()).orElseThrow();
        }
        // Whoever died in between has left a draft.
        return made.stage() == TournamentStage.DRAFT
                && tournaments().move(made.id(), made.version(), TournamentStage.PUBLISHED);
    }

    /**
     * Returns the same one by the name it would have had before, with its number. Only what has not
     * closed yet is looked at.
     */
    private Optional<Tournament> underItsNumber(
            TournamentSeries series, TournamentDefinition occurrence, long nowMillis) {
        Predicate<Tournament> isSame =
                each ->
                        each.definition().opensAtMillis() == occurrence.opensAtMillis()
                                && OccurrenceName.isNumbered(
                                        each.id().value(), series.id().value());
        return announcedAfter(nowMillis, isSame).or(() -> draft(isSame));
    }

    private Optional<Tournament> announcedAfter(long nowMillis, Predicate<Tournament> wanted) {
        TournamentPlace after = null;
        while (true) {
            Page<Tournament> page = tournaments().page(null, null, after, Page.LIMIT_MAX);
            for (Tournament each : page.items()) {
                if (each.definition().closesAtMillis() <= nowMillis) {
                    return Optional.empty();
                }
                if (wanted.test(each)) {
                    return Optional.of(each);
                }
            }
            if (!page.hasMore()) {
                return Optional.empty();
            }
            after = page.items().getLast().place();
        }
    }

    private Optional<Tournament> draft(Predicate<Tournament> wanted) {
        List<Tournament> page = drafts(null);
        while (!page.isEmpty()) {
            Optional<Tournament> found = page.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found;
            }
            page = drafts(page.getLast().place());
        }
        return Optional.empty();
    }

    private List<Tournament> drafts(@Nullable TournamentPlace after) {
        return tournaments().inStage(TournamentStage.DRAFT, Long.MAX_VALUE, after, Page.LIMIT_MAX);
    }

    private Tournaments tournaments() {
        return engine.storage().tournaments();
    }

    /** Goes on after a failure, and tells of the first. Not thread-safe. */
    private static final class Attempt {
        private @Nullable RuntimeException failure;

        int at(IntSupplier part) {
            try {
                return part.getAsInt();
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
                return 0;
            }
        }

        void rethrow() {
            if (failure != null) {
                throw failure;
            }
        }
    }
}
