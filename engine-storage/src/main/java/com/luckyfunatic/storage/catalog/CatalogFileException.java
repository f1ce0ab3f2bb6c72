package com.luckyfunatic.storage.catalog;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A catalog file that is not written as one, with everything that was found: the message has a line
 * for each problem, with file, line, column, field and what was expected.
 *
 * <p>Content that is well written but breaks a rule of the game is the business of {@link
 * com.luckyfunatic.engine.catalog.InvalidCatalogException}.
 */
public final class CatalogFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<CatalogFileProblem> problems;

    CatalogFileException(String fileName, List<CatalogFileProblem> problems) {
        super(
                problems.stream()
                        .map(problem -> problem.describe(fileName))
                        .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that was found, at least one. */
    public List<CatalogFileProblem> problems() {
        return problems;
    }
}
