package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.catalog.ReleaseBasis;
import java.util.List;
import java.util.Optional;

/**
 * The releases of the content, which are only added to. At any moment that one is in force which
 * came into force last; of several at the same moment, the one with the greatest number. Each call
 * is one atomic step, durable when it returns; one that failed may be repeated. Thread-safe; every
 * method may block and throws {@link StorageUnavailableException} when the store cannot do its
 * part.
 */
public interface CatalogReleases {
    /**
     * Publishes a release, unless one was published under its operation or there are others than
     * were {@code seen}: of two that were looked at together, one is published.
     *
     * @param draft without a number
     * @param document its content, up to 1 MiB of text
     * @param seen what the draft was compared with, by {@link #basis}
     * @return the release that was published under the operation, by this call or before; empty
     *     when something was published or called off since it was seen
     * @throws IllegalArgumentException when the version is known with another document
     */
    Optional<CatalogRelease> publish(CatalogRelease draft, String document, ReleaseBasis seen);

    /**
     * Returns the releases that one has to be compared with that is to come into force at {@code
     * atMillis}, epoch milliseconds.
     */
    default ReleaseBasis basis(long atMillis) {
        // Read one after the other: that they belong together, publishing makes sure.
        long latest = newest(page(Long.MAX_VALUE, 1).items());
        long inForce = newest(inForce(atMillis, 1));
        return new ReleaseBasis(Math.max(latest, inForce), inForce);
    }

    private static long newest(List<CatalogRelease> found) {
        return found.isEmpty() ? 0 : found.getFirst().number();
    }

    /**
     * Keeps the document of content that may be published until {@code untilMillis}; one that is
     * kept already is kept that long. Forgets those that are kept no longer at {@code nowMillis}.
     *
     * @param hash what it is found by, 64 characters
     * @param document up to 1 MiB of text
     */
    void keepDraft(String hash, String document, long nowMillis, long untilMillis);

    /** Returns the document that is kept by {@code hash}. */
    Optional<String> draft(String hash);

    /** Returns the release {@code number}. */
    Optional<CatalogRelease> find(long number);

    /** Returns the release that was published under {@code operation}. */
    Optional<CatalogRelease> published(String operation);

    /** Returns the document of the content that calls itself {@code version}. */
    Optional<String> document(String version);

    /**
     * Returns the release in force and those that were before it, latest first. Cheap: it is asked
     * every second.
     *
     * @param atMillis the moment, epoch milliseconds
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    List<CatalogRelease> inForce(long atMillis, int limit);

    /**
     * Returns releases, also planned ones and those that were called off, the latest number first.
     *
     * @param beforeNumber only those with smaller numbers
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    Page<CatalogRelease> page(long beforeNumber, int limit);

    /**
     * Calls a release off, if it comes into force only after {@code nowMillis}; again is no error.
     *
     * @return the release as it then is; empty when there is none
     */
    Optional<CatalogRelease> cancel(long number, long nowMillis);
}
