package com.luckyfunatic.storage.scylla;

import com.luckyfunatic.engine.storage.StorageException;
import java.util.List;

/**
 * Some entries of an append will never be stored, because they cannot be understood; all others of
 * it are stored. Put them aside for a person to look at: repeating does not help.
 */
public final class PoisonEntriesException extends StorageException {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // Entries are plain values; nobody serializes this.
    private final List<AuditEntry> entries;

    /** Says which they are, and what is wrong with the first. */
    PoisonEntriesException(List<AuditEntry> entries, Throwable cause) {
        super(
                "%d entries cannot be understood, the first is change %d of player %s"
                        .formatted(
                                entries.size(),
                                entries.getFirst().changeId(),
                                entries.getFirst().player()),
                cause);
        this.entries = List.copyOf(entries);
    }

    /** The entries that are not stored. */
    public List<AuditEntry> entries() {
        return entries;
    }
}
