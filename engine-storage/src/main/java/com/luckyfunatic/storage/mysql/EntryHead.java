package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.player.PlayerId;
import org.jspecify.annotations.Nullable;

/**
 * Whose change an archived entry is: {@code player generation epoch sequence change} in its first
 * line.
 */
public record EntryHead(PlayerId player, long sequence) {
    private static final int PARTS = 5;

    /** Returns the head of {@code entry}; null for one that cannot be understood. */
    public static @Nullable EntryHead of(String entry) {
        int end = entry.indexOf('\n');
        String[] parts = entry.substring(0, Math.max(0, end)).split(" ", -1);
        if (parts.length != PARTS) {
            return null;
        }
        try {
            return new EntryHead(PlayerId.parse(parts[0]), Long.parseLong(parts[3]));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
