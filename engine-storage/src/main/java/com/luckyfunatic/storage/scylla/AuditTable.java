package com.luckyfunatic.storage.scylla;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The tables whose partitions are a player's day. Their first columns are the same: {@code
 * player_id}, {@code day}, the position, {@code at}.
 */
enum AuditTable {
    STATE_CHANGE(1, false, "epoch, format, document"),
    ITEM_TRANSACTION(2, true, "item, delta, reason"),
    SESSION_HISTORY(3, true, "session"),
    BOOSTER_SNAPSHOT(
            4,
            true,
            "booster, currency, price, level, effect, magnitude, until_at, ready_at, used_day,"
                    + " used_on_day");

    private final int code;
    private final boolean ofEvents;
    private final String values;

    AuditTable(int code, boolean ofEvents, String values) {
        this.code = code;
        this.ofEvents = ofEvents;
        this.values = values;
    }

    /** What manifests call it, for ever. */
    int code() {
        return code;
    }

    /** Returns the table of a code; empty when there is none. */
    static Optional<AuditTable> of(int code) {
        return Arrays.stream(values()).filter(table -> table.code == code).findFirst();
    }

    /** Whether its rows tell of single events, and not of a change as a whole. */
    boolean ofEvents() {
        return ofEvents;
    }

    /** The columns that order the rows of a day. */
    List<String> position() {
        return columns(ofEvents ? "sequence, change_id, event" : "sequence, change_id");
    }

    /** All columns, in the order in which rows are bound. */
    List<String> columns() {
        return columns("player_id, day, " + String.join(", ", position()) + ", at, " + values);
    }

    private static List<String> columns(String list) {
        return List.of(list.split(", ", -1));
    }

    /** Its name in the database. */
    String cql() {
        return name().toLowerCase(Locale.ROOT);
    }
}
