package com.luckyfunatic.storage.catalog;

import com.luckyfunatic.storage.catalog.YamlNode.Mapping;
import com.luckyfunatic.storage.catalog.YamlNode.Mark;
import com.luckyfunatic.storage.catalog.YamlNode.Scalar;
import com.luckyfunatic.storage.catalog.YamlNode.Scalar.Kind;
import com.luckyfunatic.storage.catalog.YamlNode.Sequence;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one row of a catalog file, read by name and type.
 *
 * <p>A field that is missing or wrong is reported, and a harmless value stands in for it, so that
 * reading goes on and finds the next mistake; the file as a whole is then refused. Not thread-safe.
 */
final class Row {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]*");

    private final Mapping mapping;
    private final String path;
    private final Problems problems;
    private final Set<String> known = new TreeSet<>();

    private Row(Mapping mapping, String path, Problems problems) {
        this.mapping = mapping;
        this.path = path;
        this.problems = problems;
    }

    /** Returns what {@code reader} makes of {@code node}, and reports fields it did not ask for. */
    static <T> T read(YamlNode node, String path, Problems problems, Function<Row, T> reader) {
        if (!(node instanceof Mapping mapping)) {
            problems.add(
                    node.at(), path, "expected fields (name: value), found " + node.describe());
            return silent(node.at(), reader);
        }
        Row row = new Row(mapping, path, problems);
        T result = reader.apply(row);
        row.reportUnknownFields();
        return result;
    }

    /** Returns a stand-in for a row that cannot be read; why is reported elsewhere. */
    private static <T> T silent(Mark at, Function<Row, T> reader) {
        return reader.apply(new Row(new Mapping(at, Map.of()), "", new Problems()));
    }

    private void reportUnknownFields() {
        mapping.fields()
                .forEach((name, field) -> {
                    if (!known.contains(name)) {
                        problems.add(
                                field.at(),
                                Paths.field(path, name),
                                "unknown field; fields here are " + String.join(", ", known));
                    }
                });
    }

    boolean has(String field) {
        return mapping.fields().containsKey(field);
    }

    boolean isEmpty() {
        return mapping.fields().isEmpty();
    }

    /** Reports that the row as a whole is wrong. */
    void report(String reason) {
        problems.add(mapping.at(), path, reason);
    }

    String text(String field) {
        return parsed(field, "text", "", Row::asText);
    }

    String textOr(String field, String missing) {
        return has(field) ? text(field) : missing(field, missing);
    }

    @Nullable String textOrNull(String field) {
        known.add(field);
        return has(field) ? text(field) : null;
    }

    <T> T id(String field, Function<String, T> make) {
        return parsed(field, "an id", make.apply("invalid"), scalar -> make.apply(asText(scalar)));
    }

    <T> @Nullable T idOrNull(String field, Function<String, T> make) {
        known.add(field);
        return has(field) ? id(field, make) : null;
    }

    long whole(String field) {
        return parsed(field, "a whole number", 0L, Row::asLong);
    }

    long wholeOr(String field, long missing) {
        return has(field) ? whole(field) : missing(field, missing);
    }

    int count(String field) {
        return parsed(field, "a whole number", 0, Row::asInt);
    }

    int countOr(String field, int missing) {
        return has(field) ? count(field) : missing(field, missing);
    }

    boolean flag(String field) {
        return has(field)
                ? parsed(field, "true or false", false, Row::asBoolean)
                : missing(field, false);
    }

    Duration duration(String field) {
        return parsed(field, "a duration such as PT20S or PT1H30M", Duration.ZERO, Row::asDuration);
    }

    Duration durationOrZero(String field) {
        return has(field) ? duration(field) : missing(field, Duration.ZERO);
    }

    @Nullable Instant moment(String field) {
        if (!has(field)) {
            known.add(field);
            return null;
        }
        return requiredMoment(field);
    }

    Instant requiredMoment(String field) {
        return parsed(
                field,
                "a moment in UTC such as 2026-01-31T12:00:00Z",
                Instant.EPOCH,
                scalar -> Instant.parse(asText(scalar)));
    }

    /** Reads one of the constants of {@code words}, written in lower case. */
    <E extends Enum<E>> E word(String field, Class<E> words) {
        E[] constants = words.getEnumConstants();
        String expected =
                Arrays.stream(constants).map(Row::written).collect(Collectors.joining(", "));
        return parsed(
                field,
                "one of " + expected,
                constants[0],
                scalar ->
                        Arrays.stream(constants)
                                .filter(word -> written(word).equals(asText(scalar)))
                                .findFirst()
                                .orElseThrow(Unreadable::new));
    }

    <E extends Enum<E>> E wordOr(String field, Class<E> words, E missing) {
        return has(field) ? word(field, words) : missing(field, missing);
    }

    <E extends Enum<E>> @Nullable E wordOrNull(String field, Class<E> words) {
        known.add(field);
        return has(field) ? word(field, words) : null;
    }

    <T> T row(String field, Function<Row, T> reader) {
        YamlNode node = node(field, "fields (name: value)");
        return node == null
                ? silent(mapping.at(), reader)
                : read(node, Paths.field(path, field), problems, reader);
    }

    <T> T rowOr(String field, Function<Row, T> reader, T missing) {
        return has(field) ? row(field, reader) : missing(field, missing);
    }

    <T> @Nullable T rowOrNull(String field, Function<Row, T> reader) {
        known.add(field);
        return has(field) ? row(field, reader) : null;
    }

    <T> List<T> rows(String field, Function<Row, T> reader) {
        return items(field, (node, itemPath) -> read(node, itemPath, problems, reader));
    }

    <T> List<T> rowsOrNone(String field, Function<Row, T> reader) {
        return has(field) ? rows(field, reader) : missing(field, List.of());
    }

    <T> List<T> ids(String field, Function<String, T> make) {
        return items(
                field,
                (node, itemPath) ->
                        parse(
                                node,
                                itemPath,
                                "an id",
                                make.apply("invalid"),
                                scalar -> make.apply(asText(scalar))));
    }

    List<String> textsOrNone(String field) {
        return has(field)
                ? items(
                        field,
                        (node, itemPath) -> parse(node, itemPath, "text", "text", Row::asText))
                : missing(field, List.of());
    }

    private <T> List<T> items(String field, ItemReader<T> reader) {
        YamlNode node = node(field, "a list");
        if (node == null) {
            return List.of();
        }
        String listPath = Paths.field(path, field);
        if (!(node instanceof Sequence(var at, var items))) {
            problems.add(node.at(), listPath, "expected a list, found " + node.describe());
            return List.of();
        }
        List<T> read = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            read.add(reader.read(items.get(i), Paths.item(listPath, i, items.get(i))));
        }
        return read;
    }

    private @Nullable YamlNode node(String field, String expected) {
        known.add(field);
        Mapping.Field found = mapping.fields().get(field);
        if (found == null) {
            problems.add(
                    mapping.at(), Paths.field(path, field), "is missing; expected " + expected);
            return null;
        }
        return found.value();
    }

    private <T> T missing(String field, T value) {
        known.add(field);
        return value;
    }

    private <T> T parsed(String field, String expected, T standIn, Function<Scalar, T> parser) {
        YamlNode node = node(field, expected);
        return node == null
                ? standIn
                : parse(node, Paths.field(path, field), expected, standIn, parser);
    }

    private <T> T parse(
            YamlNode node,
            String nodePath,
            String expected,
            T standIn,
            Function<Scalar, T> parser) {
        String why = "";
        if (node instanceof Scalar scalar) {
            try {
                return parser.apply(scalar);
            } catch (Unreadable | DateTimeParseException | ArithmeticException e) {
                why = "";
            } catch (IllegalArgumentException e) {
                why = " (" + e.getMessage() + ")";
            }
        }
        problems.add(
                node.at(), nodePath, "expected " + expected + ", found " + node.describe() + why);
        return standIn;
    }

    private static String written(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String asText(Scalar scalar) {
        return as(Kind.TEXT, scalar);
    }

    private static Boolean asBoolean(Scalar scalar) {
        return Boolean.valueOf(as(Kind.BOOLEAN, scalar));
    }

    private static Duration asDuration(Scalar scalar) {
        return Duration.parse(asText(scalar));
    }

    private static Integer asInt(Scalar scalar) {
        return Math.toIntExact(asLong(scalar));
    }

    /** Only plain decimal digits: what else a YAML reader may take for a number differs by tool. */
    private static Long asLong(Scalar scalar) {
        String digits = as(Kind.WHOLE_NUMBER, scalar);
        if (!WHOLE_NUMBER.matcher(digits).matches()) {
            throw new Unreadable();
        }
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException e) {
            throw new Unreadable(e);
        }
    }

    private static String as(Kind kind, Scalar scalar) {
        if (scalar.kind() != kind) {
            throw new Unreadable();
        }
        return scalar.text();
    }

    private interface ItemReader<T> {
        T read(YamlNode node, String itemPath);
    }

    /** A value is not what was expected; the message is made where that is known. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable() {}

        Unreadable(Throwable cause) {
            super(cause);
        }
    }
}
