package com.luckyfunatic.storage.catalog;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.luckyfunatic.storage.catalog.YamlNode.Mapping;
import com.luckyfunatic.storage.catalog.YamlNode.Mark;
import com.luckyfunatic.storage.catalog.YamlNode.Scalar;
import com.luckyfunatic.storage.catalog.YamlNode.Scalar.Kind;
import com.luckyfunatic.storage.catalog.YamlNode.Sequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads one YAML document into nodes that keep their places.
 *
 * <p>References ({@code *name}) are refused, so nothing a file says can grow when it is read. Not
 * thread-safe, for one document.
 */
final class YamlDocument {
    private static final int NESTING_MAX = 20;
    private static final Mark START = new Mark(1, 1);
    private static final YAMLFactory FACTORY = factory();

    private final YAMLParser parser;
    private final Problems problems;

    private YamlDocument(YAMLParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    private static YAMLFactory factory() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(NESTING_MAX);
        options.setCodePointLimit(CatalogLoader.SIZE_MAX);
        return YAMLFactory.builder()
                .loaderOptions(options)
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(NESTING_MAX).build())
                .build();
    }

    /** Returns the fields of the document {@code text}; what is wrong with it is reported. */
    static Mapping read(String text, Problems problems) {
        try (YAMLParser parser = FACTORY.createParser(text)) {
            YamlDocument document = new YamlDocument(parser, problems);
            try {
                return document.root();
            } catch (JsonProcessingException e) {
                document.notYaml(e, text);
            }
        } catch (IOException e) {
            throw new AssertionError("reading from memory", e);
        }
        return new Mapping(START, Map.of());
    }

    /** The parser's own message is long and points at the start of what it was reading. */
    private void notYaml(JsonProcessingException e, String text) {
        switch (e.getCause()) {
            case MarkedYAMLException marked when marked.getProblemMark() != null -> {
                Mark at =
                        new Mark(
                                marked.getProblemMark().getLine() + 1,
                                marked.getProblemMark().getColumn() + 1);
                String context = marked.getContext() == null ? "" : marked.getContext() + ": ";
                problems.add(at, "", "is not YAML: " + context + marked.getProblem());
            }
            case ReaderException character -> {
                String before = text.substring(0, Math.min(character.getPosition(), text.length()));
                int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
                int column = before.length() - before.lastIndexOf('\n');
                problems.add(
                        new Mark(line, column),
                        "",
                        "is not YAML: has the control character U+%04X"
                                .formatted(character.getCodePoint()));
            }
            case null, default -> {
                JsonLocation at = e.getLocation();
                problems.add(
                        mark(at == null ? parser.currentLocation() : at),
                        "",
                        "is not YAML: " + firstLine(e));
            }
        }
    }

    private static String firstLine(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("no reason given");
    }

    private Mapping root() throws IOException {
        if (parser.nextToken() == null) {
            problems.add(START, "", "is empty; expected the fields of a catalog");
            return new Mapping(START, Map.of());
        }
        YamlNode root = value("");
        if (parser.nextToken() != null) {
            problems.add(here(), "", "has a second document; expected one");
        }
        if (root instanceof Mapping mapping) {
            return mapping;
        }
        problems.add(root.at(), "", "expected the fields of a catalog, found " + root.describe());
        return new Mapping(START, Map.of());
    }

    private YamlNode value(String path) throws IOException {
        Mark at = here();
        if (parser.isCurrentAlias()) {
            problems.add(at, path, "references (*name) are not supported; write the value out");
        }
        if (parser.getTypeId() != null) {
            problems.add(at, path, "tags (!name) are not supported; leave it out");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(at, path);
            case START_ARRAY -> sequence(at, path);
            case VALUE_NUMBER_INT -> new Scalar(at, Kind.WHOLE_NUMBER, parser.getText());
            case VALUE_NUMBER_FLOAT -> new Scalar(at, Kind.DECIMAL_NUMBER, parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(at, Kind.BOOLEAN, parser.getText());
            case VALUE_NULL -> new Scalar(at, Kind.NOTHING, "");
            default -> new Scalar(at, Kind.TEXT, parser.getText());
        };
    }

    private Mapping mapping(Mark at, String path) throws IOException {
        Map<String, Mapping.Field> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Mark nameAt = here();
            String fieldPath = Paths.field(path, name);
            parser.nextToken();
            Mapping.Field field = new Mapping.Field(nameAt, value(fieldPath));
            Mapping.Field first = fields.putIfAbsent(name, field);
            if (first != null) {
                problems.add(
                        nameAt,
                        fieldPath,
                        "is written twice; the first is in line " + first.at().line());
            }
        }
        return new Mapping(at, fields);
    }

    private Sequence sequence(Mark at, String path) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(path + "[" + items.size() + "]"));
        }
        return new Sequence(at, items);
    }

    private Mark here() {
        return mark(parser.currentTokenLocation());
    }

    private static Mark mark(JsonLocation location) {
        return new Mark(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
