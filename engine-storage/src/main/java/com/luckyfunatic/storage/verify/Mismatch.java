package com.luckyfunatic.storage.verify;

import com.luckyfunatic.engine.player.PlayerId;

/**
 * Something in a player's book that does not add up.
 *
 * @param detail one sentence with the numbers
 */
public record Mismatch(PlayerId player, Kind kind, String detail) {
    /** What kind of thing is wrong. */
    public enum Kind {
        /** A balance is not the one before plus what the change paid. */
        BALANCE,
        /** A balance is negative or above 2^53 − 1. */
        RANGE,
        /** A change that must be there is not. */
        GAP,
        /** There are more changes than the state has seen: two for one sequence, or strangers. */
        DUPLICATE,
        /** The state is not the one that the last change led to. */
        STATE,
        /** The stored snapshot is not the state that the player had then. */
        SNAPSHOT,
        /** The audit counts other rows on a day than it shows. */
        AUDIT,
        /** A hard change is not among the operations, or is another one there. */
        OPERATION_MISSING,
        /** One operation was carried out more than once. */
        OPERATION_TWICE,
        /** An accepted hard operation whose change is not there. */
        CHANGE_MISSING,
        /** An operator's change of which nothing is recorded, or a record without its change. */
        ACTION_MISSING,
        /** Something that is stored cannot be understood. */
        UNREADABLE
    }

    @Override
    public String toString() {
        return "player " + player + ": " + kind + ": " + detail;
    }
}
