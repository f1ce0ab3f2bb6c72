package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.card.CardLevel;
import com.luckyfunatic.engine.catalog.CatalogChange.Kind;
import com.luckyfunatic.engine.id.TextId;
import com.luckyfunatic.engine.notice.NoticesDefinition;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells how two releases of the content differ, as a change log. It goes through the records that
 * content is made of, so that a new field cannot be forgotten: there is a change unless the two are
 * equal. Content may be wrong. Not thread-safe; use {@link #between}.
 */
public final class CatalogDiff {
    /** How many changed levels of a card are listed one by one. */
    private static final int LEVELS_LISTED = 4;

    private final List<CatalogChange> changes = new ArrayList<>();
    private final int levelsListed;

    private CatalogDiff(int levelsListed) {
        this.levelsListed = levelsListed;
    }

    /**
     * Returns what is different in {@code after}, in the order of the content's sections. Of many
     * changed levels of a card only some are listed.
     */
    public static List<CatalogChange> between(CatalogDefinition before, CatalogDefinition after) {
        return between(before, after, LEVELS_LISTED);
    }

    /** Returns the same with every level: for who answers for it, or counts. */
    public static List<CatalogChange> whole(CatalogDefinition before, CatalogDefinition after) {
        return between(before, after, Integer.MAX_VALUE);
    }

    private static List<CatalogChange> between(
            CatalogDefinition before, CatalogDefinition after, int levelsListed) {
        CatalogDiff diff = new CatalogDiff(levelsListed);
        diff.sections(before, after);
        return List.copyOf(diff.changes);
    }

    private void sections(Record before, Record after) {
        for (RecordComponent section : before.getClass().getRecordComponents()) {
            String name = ContentWords.words(section.getName());
            Object was = value(section, before);
            Object is = value(section, after);
            if (was instanceof NoticesDefinition old && is instanceof NoticesDefinition newer) {
                sections(old, newer);
            } else if (was instanceof List<?> rows && is instanceof List<?> newRows) {
                lists(new Place("", name), rows, newRows);
            } else {
                compare(new Place(name, ""), was, is);
            }
        }
    }

    /** A part of the content: of which row, and what of it; the row is empty above all rows. */
    private record Place(String row, String field) {
        /** Returns the part {@code name} of this. */
        Place part(String name) {
            return new Place(row, field.isEmpty() ? name : field + " " + name);
        }

        /** Returns the row {@code name} of this list. */
        Place row(String name) {
            String singular = ContentWords.singular(field) + " " + name;
            return row.isEmpty() ? new Place(singular, "") : new Place(row, singular);
        }

        CatalogChange change(Kind kind) {
            return row.isEmpty()
                    ? CatalogChange.of(kind, field, "")
                    : CatalogChange.of(kind, row, field);
        }
    }

    private void compare(Place at, @Nullable Object was, @Nullable Object is) {
        if (Objects.equals(was, is)) {
            return;
        }
        if (was instanceof CardDefinition card && is instanceof CardDefinition newCard) {
            cards(at, card, newCard);
        } else if (was instanceof List<?> rows && is instanceof List<?> newRows) {
            lists(at, rows, newRows);
        } else if (was instanceof Record row && is instanceof Record newRow && isOneOf(row, is)) {
            for (RecordComponent part : row.getClass().getRecordComponents()) {
                compare(
                        at.part(ContentWords.words(part.getName())),
                        value(part, row),
                        value(part, newRow));
            }
        } else {
            changed(at, ContentWords.text(was), ContentWords.text(is));
        }
    }

    /** Whether two records have the same parts; a name has none that are worth a word. */
    private static boolean isOneOf(Record row, Object other) {
        return row.getClass() == other.getClass() && !(row instanceof TextId);
    }

    private void changed(Place at, String was, String is) {
        changes.add(CatalogChange.changed(at.row(), at.field(), was, is));
    }

    /** Levels are told as players meet them, be they listed or on a curve. */
    private void cards(Place at, CardDefinition was, CardDefinition is) {
        for (RecordComponent part : CardDefinition.class.getRecordComponents()) {
            if (!part.getName().equals("levels")) {
                compare(
                        at.part(ContentWords.words(part.getName())),
                        value(part, was),
                        value(part, is));
            }
        }
        if (was.levels().isEmpty() != is.levels().isEmpty()) {
            changed(at.part("levels"), kind(was), kind(is));
        }
        List<CardLevel> levels = CardLevels.expressible(was);
        List<CardLevel> newLevels = CardLevels.expressible(is);
        if (levels.size() != newLevels.size()) {
            changed(
                    at.part("number of levels"),
                    String.valueOf(levels.size()),
                    String.valueOf(newLevels.size()));
        }
        levels(
                at.part("price"),
                levels.stream().map(CardLevel::price).toList(),
                newLevels.stream().map(CardLevel::price).toList());
        levels(
                at.part("income per hour"),
                levels.stream().map(CardLevel::incomePerHour).toList(),
                newLevels.stream().map(CardLevel::incomePerHour).toList());
    }

    private static String kind(CardDefinition card) {
        return card.levels().isEmpty() ? "on the curve" : "listed";
    }

    private void levels(Place at, List<Long> was, List<Long> is) {
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < Math.min(was.size(), is.size()); i++) {
            if (!was.get(i).equals(is.get(i))) {
                changed.add(i);
            }
        }
        int between = changed.size() - levelsListed;
        for (int n = 0; n < changed.size(); n++) {
            boolean last = n == changed.size() - 1;
            if (n < levelsListed - 1 || last) {
                int i = changed.get(n);
                String more = last && between > 0 ? " (and " + between + " levels before)" : "";
                changed(
                        at.part("at level " + (i + 1)),
                        String.valueOf(was.get(i)),
                        is.get(i) + more);
            }
        }
    }

    private void lists(Place at, List<?> was, List<?> is) {
        if (was.equals(is)) {
            return;
        }
        Map<String, Object> rows = named(was);
        Map<String, Object> newRows = named(is);
        if (rows != null && newRows != null) {
            namedRows(at, rows, newRows);
        } else if (arePlain(was) && arePlain(is)) {
            numberedRows(at, was, is);
        } else {
            Place list = at.row().isEmpty() ? new Place(at.field(), "") : at;
            changed(list, ContentWords.text(was), ContentWords.text(is));
        }
    }

    /** Returns {@code rows} by their names; null when they have none of their own. */
    private static @Nullable Map<String, Object> named(List<?> rows) {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (Object row : rows) {
            String name = isPlain(row) ? name((Record) row) : null;
            if (name == null || byName.put(name, row) != null) {
                return null;
            }
        }
        return byName;
    }

    private static @Nullable String name(Record row) {
        RecordComponent[] parts = row.getClass().getRecordComponents();
        return parts.length > 0 && value(parts[0], row) instanceof TextId id ? id.value() : null;
    }

    /** Whether all are rows with equal parts, and not names or one of several kinds. */
    private static boolean arePlain(List<?> rows) {
        return rows.stream().allMatch(CatalogDiff::isPlain);
    }

    private static boolean isPlain(Object row) {
        return row instanceof Record
                && !(row instanceof TextId)
                && row.getClass().getInterfaces().length == 0;
    }

    private void namedRows(Place at, Map<String, Object> was, Map<String, Object> is) {
        for (Map.Entry<String, Object> row : was.entrySet()) {
            Object now = is.get(row.getKey());
            if (now == null) {
                changes.add(at.row(row.getKey()).change(Kind.WITHDRAWN));
            } else {
                compare(at.row(row.getKey()), row.getValue(), now);
            }
        }
        for (String name : is.keySet()) {
            if (!was.containsKey(name)) {
                changes.add(at.row(name).change(Kind.ADDED));
            }
        }
        if (!common(was, is).equals(common(is, was))) {
            changes.add(at.change(Kind.REORDERED));
        }
    }

    private static List<String> common(Map<String, Object> of, Map<String, Object> with) {
        Set<String> kept = new HashSet<>(with.keySet());
        return of.keySet().stream().filter(kept::contains).toList();
    }

    private void numberedRows(Place at, List<?> was, List<?> is) {
        for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
            Place row = at.row(String.valueOf(i + 1));
            if (i >= is.size()) {
                changes.add(row.change(Kind.WITHDRAWN));
            } else if (i >= was.size()) {
                changes.add(row.change(Kind.ADDED));
            } else {
                compare(row, was.get(i), is.get(i));
            }
        }
    }

    private static @Nullable Object value(RecordComponent part, Record row) {
        try {
            return part.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("content is made of public records", e);
        }
    }
}
