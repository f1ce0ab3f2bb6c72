package com.luckyfunatic.storage.catalog;

import java.util.List;

/**
 * A catalog file that is not written as one, with everything that was found: the message has a line
 * for each problem, with file, line, column, field and what was expected.
 *
 * <p>Content that is well written but breaks a rule of the game is the business of {@link
 * com.luckyfunatic.engine.catalog.InvalidCatalogException}.
 */
public final class CatalogFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String fileName;
    private final transient List<CatalogFileProblem> problems;

    CatalogFileException(String fileName, List<CatalogFileProblem> problems) {
        super(String.join("\n", lines(fileName, problems)));
        this.fileName = fileName;
        this.problems = List.copyOf(problems);
    }

    private static List<String> lines(String fileName, List<CatalogFileProblem> problems) {
        return problems.stream().map(problem -> problem.describe(fileName)).toList();
    }

    /** The message as one line for each problem. */
    public List<String> lines() {
        return lines(fileName, problems);
    }

    /** Everything that was found, at least one. */
    public List<CatalogFileProblem> problems() {
        return problems;
    }
}
