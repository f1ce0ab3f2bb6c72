package com.luckyfunatic.server.engine;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.nio.file.Path;

/** Loads the content to start with. */
final class Catalogs {
    private Catalogs() {}

    /**
     * Returns the content of a file, checked.
     *
     * @param file its path; empty for the content that comes with the game
     * @throws com.luckyfunatic.storage.catalog.CatalogFileException when the file is not written as
     *     a catalog
     * @throws com.luckyfunatic.engine.catalog.InvalidCatalogException when its content is not
     *     playable
     */
    static Catalog load(String file) {
        return Catalog.of(
                file.isBlank() ? CatalogLoader.standard() : CatalogLoader.load(Path.of(file)));
    }
}
