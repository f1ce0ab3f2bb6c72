package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.id.TextId;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words what content is made of, for change logs. Pure. */
final class ContentWords {
    /** The most characters of a text that are shown. */
    private static final int TEXT_MAX = 60;

    private ContentWords() {}

    /** Returns the words of a field's name: {@code base price} of {@code basePrice}. */
    static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** Returns what one of {@code rows} is called: {@code story} of {@code stories}. */
    static String singular(String rows) {
        if (rows.endsWith("ies")) {
            return rows.substring(0, rows.length() - 3) + "y";
        }
        return rows.endsWith("s") ? rows.substring(0, rows.length() - 1) : rows;
    }

    /** Returns a value of the content as text. */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "none";
            case String text -> quoted(text);
            case TextId id -> id.value();
            case Boolean yes -> yes ? "yes" : "no";
            case Enum<?> word -> word.name().toLowerCase(Locale.ROOT);
            case Duration time -> duration(time);
            case List<?> list when list.isEmpty() -> "none";
            case List<?> list ->
                    list.stream().map(ContentWords::text).collect(Collectors.joining(", "));
            case Record row -> row(row);
            default -> value.toString();
        };
    }

    private static String quoted(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= TEXT_MAX
                ? '"' + line + '"'
                : '"' + line.substring(0, TEXT_MAX) + "…\" (" + text.length() + " characters)";
    }

    /** As in a catalog file, without what is the same in all of them: {@code 1h30m}. */
    private static String duration(Duration time) {
        return time.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }

    private static String row(Record row) {
        List<String> words = new ArrayList<>();
        words.add(words(row.getClass().getSimpleName()));
        for (RecordComponent part : row.getClass().getRecordComponents()) {
            try {
                words.add(text(part.getAccessor().invoke(row)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("content is made of public records", e);
            }
        }
        return String.join(" ", words);
    }
}
