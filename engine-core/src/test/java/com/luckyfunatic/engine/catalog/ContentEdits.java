package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.id.TextId;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every way to edit one place of content, found in the records that it is made of. */
final class ContentEdits {
    private final CatalogDefinition root;
    private final List<Edited> edits = new ArrayList<>();

    private ContentEdits(CatalogDefinition root) {
        this.root = root;
    }

    /** Another value at one path of content. */
    record Edited(CatalogDefinition root, String path, Object value) {
        /** Returns the content with that value. */
        CatalogDefinition content() {
            return Edit.set(root, path, value);
        }
    }

    /** Returns an edit of every place of {@code root}; no result equals it. */
    static List<Edited> all(CatalogDefinition root) {
        ContentEdits found = new ContentEdits(root);
        found.parts("", root);
        return found.edits;
    }

    /** Returns content that equals {@code root} and shares no row with it. */
    static CatalogDefinition copy(CatalogDefinition root) {
        CatalogDefinition copy = root;
        for (Edited each : all(root)) {
            String path = each.path();
            copy = Edit.set(copy, path, at(root, path));
        }
        return copy;
    }

    private static @Nullable Object at(CatalogDefinition root, String path) {
        Object at = root;
        for (String step : path.replace("]", "").split("[.\\[]", -1)) {
            at =
                    at instanceof List<?> list
                            ? list.get(Integer.parseInt(step))
                            : part((Record) Objects.requireNonNull(at), step);
        }
        return at;
    }

    private static @Nullable Object part(Record row, String name) {
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            if (component.getName().equals(name)) {
                return value(component, row);
            }
        }
        throw new IllegalArgumentException(row.getClass() + " has no " + name);
    }

    private static @Nullable Object value(RecordComponent component, Record row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void parts(String at, Record row) {
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            String path = at.isEmpty() ? component.getName() : at + "." + component.getName();
            place(path, component.getType(), value(component, row));
        }
    }

    private void place(String path, Class<?> type, @Nullable Object value) {
        switch (value) {
            case null -> edit(path, something(type));
            case Long number -> edit(path, number + 1);
            case Integer number -> edit(path, number + 1);
            case Boolean yes -> edit(path, !yes);
            case String text -> edit(path, text + "x");
            case Duration time -> edit(path, time.plusSeconds(1));
            case Instant time -> edit(path, time.plusSeconds(1));
            case Enum<?> word ->
                    Arrays.stream(word.getDeclaringClass().getEnumConstants())
                            .filter(other -> other != word)
                            .findFirst()
                            .ifPresent(other -> edit(path, other));
            case TextId id -> edit(path, renamed(id));
            case List<?> rows -> list(path, rows);
            case Record row -> parts(path, row);
            default -> throw new IllegalStateException(path + " is of a kind of its own");
        }
    }

    private void edit(String path, @Nullable Object value) {
        if (value != null) {
            edits.add(new Edited(root, path, value));
        }
    }

    private static @Nullable Object something(Class<?> type) {
        if (type == String.class) {
            return "x";
        }
        return type == Instant.class ? Instant.EPOCH : null;
    }

    private static Object renamed(TextId id) {
        try {
            return id.getClass().getConstructor(String.class).newInstance(id.value() + "x");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void list(String path, List<?> rows) {
        if (!rows.isEmpty()) {
            edit(path, rows.subList(0, rows.size() - 1));
            List<Object> twice = new ArrayList<>(rows);
            twice.add(rows.getFirst());
            edit(path, twice);
        }
        if (rows.size() > 1 && !rows.getFirst().equals(rows.get(1))) {
            List<Object> swapped = new ArrayList<>(rows);
            swapped.set(0, rows.get(1));
            swapped.set(1, rows.getFirst());
            edit(path, swapped);
        }
        for (int i = 0; i < rows.size(); i++) {
            Object row = rows.get(i);
            place(path + "[" + i + "]", row.getClass(), row);
        }
    }
}
