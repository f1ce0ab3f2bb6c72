package com.luckyfunatic.operations.content;

import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.storage.StorageException;

/** A release that this build cannot play by: it was published by a newer one, or is damaged. */
public final class UnplayableReleaseException extends StorageException {
    private static final long serialVersionUID = 1;

    UnplayableReleaseException(CatalogRelease release, String why) {
        super(
                "release "
                        + release.number()
                        + " of the content ("
                        + release.version()
                        + ") cannot be played by this build: "
                        + why);
    }
}
