package com.luckyfunatic.engine.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** Content that the engine refuses, with everything that is wrong with it. */
public final class InvalidCatalogException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<CatalogProblem> problems;

    InvalidCatalogException(List<CatalogProblem> problems) {
        super(
                problems.stream()
                        .map(CatalogProblem::toString)
                        .collect(Collectors.joining("\n", "the catalog is not valid:\n", "")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, at least one. */
    public List<CatalogProblem> problems() {
        return problems;
    }
}
