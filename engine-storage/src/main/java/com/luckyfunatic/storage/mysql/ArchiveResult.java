package com.luckyfunatic.storage.mysql;

/** How archiving a batch ended. */
public sealed interface ArchiveResult {
    /** It is archived, now or by an earlier attempt. */
    record Archived() implements ArchiveResult {}

    /**
     * The partition has lost something since the batch was read: nothing was written, and it has to
     * be read again.
     *
     * @param generation the present one
     */
    record OutOfDate(long generation) implements ArchiveResult {}
}
