package com.luckyfunatic.engine.catalog;

import org.jspecify.annotations.Nullable;

/**
 * One way in which two releases of the content differ. Immutable.
 *
 * @param kind what happened
 * @param row what it happened to, such as {@code card miner} or {@code energy}
 * @param field which part of the row, such as {@code price at level 3}; empty for the whole row
 * @param before what it was, as text; null unless it is {@link Kind#CHANGED}
 * @param after what it is, as text; null unless it is {@link Kind#CHANGED}
 */
public record CatalogChange(
        Kind kind, String row, String field, @Nullable String before, @Nullable String after) {
    /** What can happen to a part of the content. */
    public enum Kind {
        /** It is new. */
        ADDED("added"),
        /** It is no longer there. */
        WITHDRAWN("withdrawn"),
        /** It has another value. */
        CHANGED("changed"),
        /** The rows are the same, in another order. */
        REORDERED("in another order");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    static CatalogChange of(Kind kind, String row, String field) {
        return new CatalogChange(kind, row, field, null, null);
    }

    static CatalogChange changed(String row, String field, String before, String after) {
        return new CatalogChange(Kind.CHANGED, row, field, before, after);
    }

    /** Returns it as a line of a change log, such as {@code card miner: base price 40 → 50}. */
    public String line() {
        String what = kind == Kind.CHANGED ? before + " → " + after : kind.words;
        return field.isEmpty() ? row + ": " + what : row + ": " + field + " " + what;
    }
}
