package com.luckyfunatic.storage.mysql;

import java.util.List;

/**
 * A batch as the archive holds it.
 *
 * @param id by which it is confirmed
 * @param entries what it holds, in order
 */
public record ArchivedBatch(long id, List<String> entries) {
    /** Copies the list. */
    public ArchivedBatch {
        entries = List.copyOf(entries);
    }
}
