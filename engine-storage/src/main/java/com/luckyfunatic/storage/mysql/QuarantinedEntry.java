package com.luckyfunatic.storage.mysql;

import org.jspecify.annotations.Nullable;

/**
 * An entry of a journal that cannot be understood.
 *
 * @param partition whose journal
 * @param name its name there, up to 64 ASCII characters; of what the audit did not understand,
 *     {@code player/sequence/change}
 * @param sink who did not understand it
 * @param reason why, for a person
 * @param document what it holds, as it is
 * @param atMillis when it was put aside, epoch milliseconds
 */
public record QuarantinedEntry(
        int partition, String name, Sink sink, String reason, String document, long atMillis) {
    /** Where an entry goes. */
    public enum Sink {
        /** The archive has it as it is, but what it says is not known. */
        ARCHIVE,
        /** The archive understood it, the audit did not. */
        AUDIT
    }

    /** Returns whose change it is, as far as that could be understood; null for nobody's. */
    public @Nullable EntryHead head() {
        return switch (sink) {
            case ARCHIVE -> EntryHead.of(document);
            case AUDIT -> EntryHead.ofName(name);
        };
    }
}
