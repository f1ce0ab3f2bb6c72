package com.luckyfunatic.storage.scylla;

import java.util.List;
import java.util.Locale;

/**
 * The tables whose partitions are a player's day. Their first columns are the same: {@code
 * player_id}, {@code day}, the position, {@code at}.
 */
enum AuditTable {
    STATE_CHANGE(false, "epoch, format, document"),
    ITEM_TRANSACTION(true, "item, delta, reason"),
    SESSION_HISTORY(true, "session"),
    BOOSTER_SNAPSHOT(
            true,
            "booster, currency, price, level, effect, magnitude, until_at, ready_at, used_day,"
                    + " used_on_day");

    private final boolean ofEvents;
    private final String values;

    AuditTable(boolean ofEvents, String values) {
        this.ofEvents = ofEvents;
        this.values = values;
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
