package com.luckyfunatic.admin.tournament;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.operations.CatalogOption;
import com.luckyfunatic.operations.StorageOptions;
import com.luckyfunatic.operations.content.ReleasedContent;
import picocli.CommandLine.Mixin;

/** The content that the servers play by, which tournaments are held against. */
final class ContentInForce {
    @Mixin private CatalogOption given;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    ContentInForce() {}

    /** Returns what was released, or what is given where nothing was. */
    Catalog in(GameStorage opened, StorageOptions options) {
        return ReleasedContent.inForce(
                opened.catalogReleases(), given.catalog(options), opened.clock().millis());
    }
}
