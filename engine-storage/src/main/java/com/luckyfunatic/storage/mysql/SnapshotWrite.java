package com.luckyfunatic.storage.mysql;

import org.jspecify.annotations.Nullable;

/**
 * A snapshot to write, and what the friends' ranking shows of it.
 *
 * @param standing null for a player whom nobody has invited: no ranking shows them
 */
public record SnapshotWrite(Snapshot snapshot, @Nullable Standing standing) {
    /** What a friends' ranking shows: lifetime funz, and the rank. */
    public record Standing(long funzEarned, int rank) {}
}
