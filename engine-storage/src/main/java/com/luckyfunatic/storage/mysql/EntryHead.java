package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.player.PlayerId;
import org.jspecify.annotations.Nullable;

/**
 * Whose change an archived entry is: {@code player generation epoch sequence change} in its first
 * line.
 */
public record EntryHead(PlayerId player, long sequence) {
    private static final int PARTS = 5;
    private static final int NAME_PARTS = 3;

    /** Returns the head of {@code entry}; null for one that cannot be understood. */
    public static @Nullable EntryHead of(String entry) {
        int end = entry.indexOf('\n');
        String[] parts = entry.substring(0, Math.max(0, end)).split(" ", -1);
        return parts.length == PARTS ? of(parts[0], parts[3]) : null;
    }

    /** Returns the head of what is called {@code player/sequence/change}; null for other names. */
    static @Nullable EntryHead ofName(String name) {
        String[] parts = name.split("/", -1);
        return parts.length == NAME_PARTS ? of(parts[0], parts[1]) : null;
    }

    private static @Nullable EntryHead of(String player, String sequence) {
        try {
            return new EntryHead(PlayerId.parse(player), Long.parseLong(sequence));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
