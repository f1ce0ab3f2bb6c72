package com.luckyfunatic.engine.catalog;

import java.util.ArrayList;
import java.util.List;

/** Finds everything that is wrong with content. Pure. */
public final class CatalogValidator {
    private CatalogValidator() {}

    /** Returns every problem of {@code definition}; none when it is valid. */
    public static List<CatalogProblem> validate(CatalogDefinition definition) {
        List<CatalogProblem> problems = new ArrayList<>();
        if (definition.version().isBlank()) {
            problems.add(new CatalogProblem("version", "must not be blank"));
        }
        return List.copyOf(problems);
    }
}
