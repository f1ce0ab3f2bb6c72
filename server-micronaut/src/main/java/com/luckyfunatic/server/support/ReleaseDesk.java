package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.catalog.CatalogChange;
import com.luckyfunatic.engine.catalog.CatalogDiff;
import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.storage.CatalogReleases;
import com.luckyfunatic.operations.content.ReleasedContent;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows releases of the content to operators. Thread-safe; calls block on the storage. */
@Singleton
final class ReleaseDesk {
    private final GameEngine engine;
    private final CatalogReleases releases;

    ReleaseDesk(GameEngine engine) {
        this.engine = engine;
        releases = engine.storage().catalogReleases();
    }

    /** Shows releases. */
    List<ReleaseView> views(List<CatalogRelease> found) {
        long inForce = inForce();
        long now = now();
        return found.stream().map(each -> ReleaseView.of(each, inForce, now)).toList();
    }

    private long now() {
        return engine.clock().millis();
    }

    private long inForce() {
        return releases.inForce(now(), 1).stream().mapToLong(CatalogRelease::number).sum();
    }

    /**
     * Shows a release and what is different in it.
     *
     * @param against the number of another one; null for the one before
     */
    ReleaseChangesView changes(String number, @Nullable String against) {
        CatalogRelease release = find(number);
        Optional<CatalogRelease> other =
                against == null
                        ? releases.page(release.number(), 1).items().stream().findFirst()
                        : Optional.of(find(against));
        return ReleaseChangesView.of(
                view(release),
                other.map(CatalogRelease::number).orElse(null),
                other.map(each -> changes(each, release)).orElse(List.of()));
    }

    /** Shows the content of a release. */
    ReleaseDocumentView document(String number) {
        CatalogRelease release = find(number);
        return new ReleaseDocumentView(
                release.number(),
                release.version(),
                releases.document(release.version()).orElseThrow(ReleaseDesk::unknown));
    }

    private List<CatalogChange> changes(CatalogRelease before, CatalogRelease after) {
        return CatalogDiff.between(
                ReleasedContent.of(before, releases).definition(),
                ReleasedContent.of(after, releases).definition());
    }

    /** Shows a release. */
    ReleaseView view(CatalogRelease release) {
        return ReleaseView.of(release, inForce(), now());
    }

    /**
     * Returns the release that stands in a path or a field.
     *
     * @throws ProblemException when there is none
     */
    CatalogRelease find(String number) {
        return releases.find(number(number)).orElseThrow(ReleaseDesk::unknown);
    }

    private static long number(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw unknown();
        }
        return Long.parseLong(text);
    }

    private static ProblemException unknown() {
        return new ProblemException(
                ProblemCode.UNKNOWN_RELEASE, ProblemCode.UNKNOWN_RELEASE.description());
    }
}
