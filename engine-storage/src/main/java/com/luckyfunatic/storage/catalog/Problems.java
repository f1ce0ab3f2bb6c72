package com.luckyfunatic.storage.catalog;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a file, so that one reading tells all of it. Not thread-safe. */
final class Problems {
    /** After so many the rest is noise that follows from them. */
    private static final int REPORTED_MAX = 200;

    private final List<CatalogFileProblem> found = new ArrayList<>();

    void add(YamlNode.Mark at, String path, String reason) {
        if (found.size() < REPORTED_MAX) {
            found.add(new CatalogFileProblem(at.line(), at.column(), path, reason));
        }
    }

    void throwIfAny(String fileName) {
        if (!found.isEmpty()) {
            throw new CatalogFileException(fileName, found);
        }
    }
}
