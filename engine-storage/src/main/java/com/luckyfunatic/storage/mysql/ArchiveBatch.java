package com.luckyfunatic.storage.mysql;

import java.util.List;

/**
 * Entries of one partition's journal, and what is kept besides.
 *
 * @param generation the partition's generation when they were read
 * @param firstEntry the name of the first entry in the journal, up to 64 ASCII characters; two
 *     batches of a partition and generation with the same first and last entry are taken for one
 * @param lastEntry the name of the last one
 * @param latestMillis the latest moment of an entry, epoch milliseconds
 * @param greatestId the greatest id of a change in it
 * @param entries what they hold, in order, at least one. The first line of each names the player
 *     and the sequence, as {@link EntryHead} knows; one of which it does not is nobody's
 * @param operations the operations that they made
 * @param followUps what they call for
 */
public record ArchiveBatch(
        int partition,
        long generation,
        String firstEntry,
        String lastEntry,
        long latestMillis,
        long greatestId,
        List<String> entries,
        List<StoredOperation> operations,
        List<CalledFor> followUps) {
    /** Copies the lists. */
    public ArchiveBatch {
        entries = List.copyOf(entries);
        operations = List.copyOf(operations);
        followUps = List.copyOf(followUps);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("nothing to archive");
        }
    }
}
