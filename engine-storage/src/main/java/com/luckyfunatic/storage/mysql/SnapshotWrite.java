package com.luckyfunatic.storage.mysql;

import org.jspecify.annotations.Nullable;

/**
 * A snapshot to write, and what goes with it.
 *
 * @param standing what the friends' ranking shows of it; null for a player whom nobody has invited:
 *     no ranking shows them
 * @param unarchived those changes of the player up to the snapshot that are not in the archive yet;
 *     null for none
 */
public record SnapshotWrite(
        Snapshot snapshot, @Nullable Standing standing, @Nullable PackedBatch unarchived) {
    /** What a friends' ranking shows: lifetime funz, and the rank. */
    public record Standing(long funzEarned, int rank) {}

    /** Returns the one that writes {@code snapshot}, of which every change is archived. */
    public static SnapshotWrite of(Snapshot snapshot, @Nullable Standing standing) {
        return new SnapshotWrite(snapshot, standing, null);
    }

    /** Returns this together with changes that are not archived yet. */
    public SnapshotWrite with(ArchiveBatch changes) {
        return new SnapshotWrite(snapshot, standing, PackedBatch.of(changes));
    }
}
