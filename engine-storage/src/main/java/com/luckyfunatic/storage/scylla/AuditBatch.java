package com.luckyfunatic.storage.scylla;

import java.util.List;

/**
 * Changes that the archive holds together, and that have one manifest.
 *
 * @param id in the archive, from 1; the same batch has the same for ever
 * @param entries its changes
 */
public record AuditBatch(long id, List<AuditEntry> entries) {
    /** Copies the list and checks the id. */
    public AuditBatch {
        if (id < 1) {
            throw new IllegalArgumentException("a batch is numbered from 1, not " + id);
        }
        entries = List.copyOf(entries);
    }
}
