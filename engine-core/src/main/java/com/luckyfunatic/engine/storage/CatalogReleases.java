package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.catalog.CatalogRelease;
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
     * Publishes a release, unless one was published under its operation.
     *
     * @param draft without a number
     * @param document its content, up to 1 MiB of text
     * @return the release that was published under the operation, by this call or before
     * @throws IllegalArgumentException when the version is known with another document
     */
    CatalogRelease publish(CatalogRelease draft, String document);

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
