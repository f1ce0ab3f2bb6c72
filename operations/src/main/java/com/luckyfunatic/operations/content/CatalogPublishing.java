package com.luckyfunatic.operations.content;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.catalog.CatalogChange;
import com.luckyfunatic.engine.catalog.CatalogDiff;
import com.luckyfunatic.engine.catalog.CatalogProblem;
import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.catalog.CatalogValidator;
import com.luckyfunatic.engine.catalog.ContentLosses;
import com.luckyfunatic.engine.catalog.ReleaseBasis;
import com.luckyfunatic.engine.storage.CatalogReleases;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentPlace;
import com.luckyfunatic.engine.tournament.TournamentStage;
import com.luckyfunatic.storage.catalog.CatalogFile;
import com.luckyfunatic.storage.catalog.CatalogFileException;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Publishes content, after a look at what players could lose by it. Thread-safe; calls block on the
 * storage.
 */
public final class CatalogPublishing {
    /** How far the clocks of those who publish may be apart. */
    private static final long CLOCKS_APART_MILLIS = 60_000;

    private final GameStorage storage;
    private final CatalogReleases releases;
    private final Catalog given;

    /**
     * Publishes in {@code storage}.
     *
     * @param given the content that is in force where nothing was released
     */
    public CatalogPublishing(GameStorage storage, Catalog given) {
        this.storage = storage;
        this.given = given;
        releases = storage.catalogReleases();
    }

    /**
     * Who wants something published, why, and when it is to come into force.
     *
     * @param key the author's name for it, under which it is published at most once
     * @param atMillis when it comes into force, epoch milliseconds; null for at once
     * @param force whether it is published although players could lose something
     * @param expectedCurrent in the place of which release it is to come, the one that was in force
     *     at that moment when somebody looked at the difference; 0 for none, null for any
     */
    public record Order(
            String key,
            String author,
            String reason,
            @Nullable Long atMillis,
            boolean force,
            @Nullable Long expectedCurrent) {
        /**
         * Returns what it is published under. A key is its author's; at a server it is the name of
         * a plan.
         */
        public String operation() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(ReleasedContent.sha256(author + " " + key));
        }
    }

    /** What came of an order. */
    public sealed interface Outcome {
        /**
         * It is published, or would be.
         *
         * @param release without a number when nothing was to be published yet
         * @param seen the releases that there were; it comes in the place of the one in force
         * @param against the release that the changes are against: the one it replaces, or the last
         *     before that which this build can play; 0 for the content that servers are given
         * @param changes what is different in it
         * @param losses what players could lose, if that was accepted
         */
        record Published(
                CatalogRelease release,
                ReleaseBasis seen,
                long against,
                List<CatalogChange> changes,
                List<CatalogProblem> losses)
                implements Outcome {
            /** Returns the release that it comes in the place of; 0 for none. */
            public long replaces() {
                return seen.inForce();
            }
        }

        /** It was published under its key before; nothing more is. */
        record Before(CatalogRelease release) implements Outcome {}

        /**
         * Under its key something else was published, or the same for another reason or moment;
         * nothing is published.
         *
         * @param release what was
         */
        record KeyReused(CatalogRelease release) implements Outcome {}

        /**
         * It would come in the place of another release than expected, or another was published or
         * called off meanwhile; nothing is published.
         *
         * @param expected the number of that one; 0 for none
         * @param current the number of the other; 0 for none
         */
        record Outdated(long expected, long current) implements Outcome {
            /** Returns what to tell people. */
            public String words() {
                return expected == current
                        ? "There is another release meanwhile. Nothing was published; look at the"
                                + " difference again."
                        : "It would come in the place of "
                                + nameOf(current)
                                + ", and was shown against "
                                + nameOf(expected)
                                + ". Nothing was published; look at the difference again.";
            }

            private static String nameOf(long release) {
                return release == 0 ? "no release" : "release " + release;
            }
        }

        /** It cannot be played; nothing is published. */
        record Invalid(List<String> problems) implements Outcome {}

        /** Players could lose something, and that was not accepted; nothing is published. */
        record Losing(List<CatalogProblem> losses) implements Outcome {}

        /** Other content has that version. */
        record VersionTaken(String version) implements Outcome {}

        /** It would come into force in the past. */
        record TooLate() implements Outcome {}

        /** There is no such release, or it never was in force. */
        record Unknown() implements Outcome {}
    }

    /**
     * Returns what came of an order to publish {@code document}, or of another under the same key;
     * empty when nothing was published under it.
     */
    public Optional<Outcome> published(String document, Order order) {
        return before(order, isOf(document));
    }

    /**
     * Returns what came of an order to bring the release {@code number} back, or of another under
     * the same key; empty when nothing was published under it.
     */
    public Optional<Outcome> restored(long number, Order order) {
        return before(order, isBack(number));
    }

    private Optional<Outcome> before(Order order, Predicate<CatalogRelease> isTheSame) {
        return releases.published(order.operation()).map(known -> told(known, order, isTheSame));
    }

    private static Predicate<CatalogRelease> isOf(String document) {
        String hash = ReleasedContent.hash(document);
        return known -> known.restores() == 0 && known.hash().equals(hash);
    }

    private static Predicate<CatalogRelease> isBack(long number) {
        return known -> known.restores() == number;
    }

    private static Outcome told(
            CatalogRelease known, Order order, Predicate<CatalogRelease> isTheSame) {
        return isTheSame.test(known)
                        && known.reason().equals(order.reason())
                        && isForTheMomentOf(order, known)
                ? new Outcome.Before(known)
                : new Outcome.KeyReused(known);
    }

    /**
     * Returns whether {@code order} asks for the moment at which {@code known} comes into force.
     */
    static boolean isForTheMomentOf(Order order, CatalogRelease known) {
        Long at = order.atMillis();
        return at == null
                ? known.activeFromMillis() <= known.createdAtMillis() + CLOCKS_APART_MILLIS
                : known.activeFromMillis() == at;
    }

    /**
     * Publishes new content.
     *
     * @param name what a problem names as the file
     * @param document the catalog, in YAML
     * @param isTrial whether nothing is to be published yet
     * @param nowMillis epoch milliseconds
     */
    public Outcome publish(
            String name, String document, Order order, boolean isTrial, long nowMillis) {
        // First: what was published may by now be too late, outdated or its own replacement.
        Optional<Outcome> before = published(document, order);
        if (before.isPresent()) {
            return before.get();
        }
        CatalogFile file;
        try {
            file = CatalogLoader.read(name, document);
        } catch (CatalogFileException e) {
            return new Outcome.Invalid(e.lines());
        }
        List<CatalogProblem> problems = CatalogValidator.validate(file.definition());
        if (!problems.isEmpty()) {
            return new Outcome.Invalid(problems.stream().map(file::describe).toList());
        }
        Catalog content = Catalog.of(file.definition());
        if (content.version().indexOf(Catalog.RELEASE_MARK) >= 0) {
            return new Outcome.Invalid(
                    List.of(
                            "version: must have no "
                                    + Catalog.RELEASE_MARK
                                    + ", which is between a version and the number of its"
                                    + " release"));
        }
        return publish(content, document, order, 0, isTrial, nowMillis);
    }

    /**
     * Brings back the content of an earlier release, as a new one.
     *
     * @param number the earlier release, which has been in force
     * @param isTrial whether nothing is to be published yet
     * @param nowMillis epoch milliseconds
     * @throws UnplayableReleaseException when this build cannot play by it
     */
    public Outcome restore(long number, Order order, boolean isTrial, long nowMillis) {
        Optional<Outcome> before = restored(number, order);
        if (before.isPresent()) {
            return before.get();
        }
        CatalogRelease earlier = releases.find(number).orElse(null);
        if (earlier == null || earlier.cancelled() || earlier.isPlanned(nowMillis)) {
            return new Outcome.Unknown();
        }
        Catalog content = ReleasedContent.of(earlier, releases);
        String document = releases.document(earlier.version()).orElseThrow();
        return publish(content, document, order, number, isTrial, nowMillis);
    }

    private Outcome publish(
            Catalog content,
            String document,
            Order order,
            long restores,
            boolean isTrial,
            long nowMillis) {
        long activeFrom = order.atMillis() == null ? atOnce(nowMillis) : order.atMillis();
        if (activeFrom < nowMillis) {
            return new Outcome.TooLate();
        }
        ReleaseBasis seen = releases.basis(activeFrom);
        long current = seen.inForce();
        Long expected = order.expectedCurrent();
        if (expected != null && expected != current) {
            return new Outcome.Outdated(expected, current);
        }
        if (isTaken(content, document)) {
            return new Outcome.VersionTaken(content.version());
        }
        Played replaced = playable(activeFrom);
        List<CatalogProblem> losses = losses(content, replaced.content(), activeFrom, nowMillis);
        if (!losses.isEmpty() && !order.force()) {
            return new Outcome.Losing(losses);
        }
        CatalogRelease draft =
                new CatalogRelease(
                        0,
                        order.operation(),
                        content.version(),
                        ReleasedContent.hash(document),
                        order.author(),
                        order.reason(),
                        nowMillis,
                        activeFrom,
                        restores,
                        false);
        Outcome.Published shown =
                new Outcome.Published(
                        draft,
                        seen,
                        replaced.number(),
                        CatalogDiff.whole(replaced.content().definition(), content.definition()),
                        losses);
        return isTrial ? shown : publish(shown, document, order);
    }

    /**
     * Publishes what was shown, if there is no other release since.
     *
     * @param document its content
     */
    public Outcome publish(Outcome.Published shown, String document, Order order) {
        CatalogRelease draft = shown.release();
        Optional<CatalogRelease> made;
        try {
            made = releases.publish(draft, document, shown.seen());
        } catch (IllegalArgumentException e) {
            return new Outcome.VersionTaken(draft.version());
        }
        if (made.isEmpty()) {
            ReleaseBasis now = releases.basis(draft.activeFromMillis());
            return new Outcome.Outdated(shown.seen().inForce(), now.inForce());
        }
        CatalogRelease release = made.get();
        if (!release.equals(draft.numbered(release.number()))) {
            // Somebody else has used the key since it was looked up.
            return told(
                    release,
                    order,
                    draft.restores() == 0 ? isOf(document) : isBack(draft.restores()));
        }
        return new Outcome.Published(
                release, shown.seen(), shown.against(), shown.changes(), shown.losses());
    }

    /**
     * Returns the moment of a release that comes into force at once: after every other of now,
     * though whoever published that one has a clock which is ahead.
     */
    private long atOnce(long nowMillis) {
        return releases.inForce(nowMillis + CLOCKS_APART_MILLIS, 1).stream()
                .mapToLong(release -> Math.max(nowMillis, release.activeFromMillis()))
                .findFirst()
                .orElse(nowMillis);
    }

    /**
     * Content that is played.
     *
     * @param number of which release; 0 for what servers are given
     */
    private record Played(long number, Catalog content) {}

    /**
     * Returns the content that is played at {@code atMillis}: of a release that this build cannot
     * play, and which is to be replaced, the one before.
     */
    private Played playable(long atMillis) {
        return releases.inForce(atMillis, Page.LIMIT_MAX).stream()
                .flatMap(release ->
                        content(release).stream()
                                .map(content -> new Played(release.number(), content)))
                .findFirst()
                .orElse(new Played(0, given));
    }

    /** Returns the content of a release; empty when this build cannot play it, nor loses it. */
    private Optional<Catalog> content(CatalogRelease release) {
        try {
            return Optional.of(ReleasedContent.of(release, releases));
        } catch (UnplayableReleaseException e) {
            return Optional.empty();
        }
    }

    /** A change names nothing but the version: content that is not equal has another one. */
    private boolean isTaken(Catalog content, String document) {
        boolean isGiven =
                content.version().equals(given.version())
                        && !content.definition().equals(given.definition());
        return isGiven
                || releases.document(content.version())
                        .filter(known -> !known.equals(document))
                        .isPresent();
    }

    /**
     * Against what is in force now and what is by then; and what later releases take away again.
     */
    private List<CatalogProblem> losses(
            Catalog content, Catalog replaced, long activeFrom, long nowMillis) {
        Set<CatalogProblem> losses =
                new LinkedHashSet<>(ContentLosses.between(replaced, content, activeFrom));
        Catalog present = playable(nowMillis).content();
        losses.addAll(ContentLosses.between(present, content, activeFrom));
        losses.addAll(ContentLosses.of(content, tournaments()));
        for (CatalogRelease planned : plannedAfter(activeFrom)) {
            content(planned)
                    .ifPresent(next ->
                            losses.addAll(
                                    ContentLosses.between(
                                            content, next, planned.activeFromMillis())));
        }
        return List.copyOf(losses);
    }

    /** What was checked before there was this one, and comes into force after it. */
    private List<CatalogRelease> plannedAfter(long activeFrom) {
        return releases.page(Long.MAX_VALUE, Page.LIMIT_MAX).items().stream()
                .filter(each -> !each.cancelled() && each.activeFromMillis() > activeFrom)
                .toList();
    }

    /** Those that were announced and are not over. */
    private List<Tournament> tournaments() {
        List<Tournament> all = new ArrayList<>();
        TournamentPlace after = null;
        List<Tournament> page;
        do {
            page =
                    storage.tournaments()
                            .inStage(
                                    TournamentStage.PUBLISHED,
                                    Long.MAX_VALUE,
                                    after,
                                    Page.LIMIT_MAX);
            all.addAll(page);
            after = page.isEmpty() ? null : page.getLast().place();
        } while (page.size() == Page.LIMIT_MAX);
        return all;
    }
}
