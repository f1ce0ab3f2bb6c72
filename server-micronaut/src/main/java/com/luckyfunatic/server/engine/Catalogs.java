package com.luckyfunatic.server.engine;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.catalog.CatalogDefinition;
import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Loads the content to start with. */
final class Catalogs {
    private Catalogs() {}

    /**
     * Returns the content of a file, checked.
     *
     * @param file its path; empty for the content that comes with the game
     * @throws StorageNotOpenableException when the file cannot be read
     * @throws com.luckyfunatic.storage.catalog.CatalogFileException when it is not written as a
     *     catalog
     * @throws com.luckyfunatic.engine.catalog.InvalidCatalogException when its content is not
     *     playable
     */
    static Catalog load(String file) {
        return Catalog.of(file.isBlank() ? CatalogLoader.standard() : read(Path.of(file)));
    }

    private static CatalogDefinition read(Path file) {
        try {
            return CatalogLoader.load(file);
        } catch (UncheckedIOException e) {
            throw new StorageNotOpenableException(
                    "the catalog file " + file + " cannot be read: " + e.getCause(), e);
        }
    }
}
