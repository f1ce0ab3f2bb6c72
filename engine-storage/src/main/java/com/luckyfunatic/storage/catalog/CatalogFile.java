package com.luckyfunatic.storage.catalog;

import com.luckyfunatic.engine.catalog.CatalogDefinition;
import com.luckyfunatic.engine.catalog.CatalogProblem;
import com.luckyfunatic.storage.catalog.YamlNode.Mapping;
import com.luckyfunatic.storage.catalog.YamlNode.Mark;
import java.util.Map;

/** Content that was read from a file, and where each row of it stands there. Immutable. */
public final class CatalogFile {
    private final String name;
    private final Mapping root;
    private final CatalogDefinition definition;
    private final Map<String, Mark> marks;

    CatalogFile(String name, Mapping root, CatalogDefinition definition) {
        this.name = name;
        this.root = root;
        this.definition = definition;
        marks = Paths.marks(root);
    }

    /** The content, which may still break rules of the game. */
    public CatalogDefinition definition() {
        return definition;
    }

    /** Returns {@code problem} as one line: file, line, column, row and reason. */
    public String describe(CatalogProblem problem) {
        Mark at = mark(problem.row());
        return new CatalogFileProblem(at.line(), at.column(), problem.row(), problem.reason())
                .describe(name);
    }

    /** Returns where {@code row} stands, or else what it is a part of. */
    private Mark mark(String row) {
        String path = row;
        while (!path.isEmpty() && !marks.containsKey(path)) {
            path = parent(path);
        }
        return marks.getOrDefault(path, root.at());
    }

    private static String parent(String path) {
        int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return path.substring(0, Math.max(0, end));
    }
}
