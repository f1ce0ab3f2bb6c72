package com.luckyfunatic.storage.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * What snapshots contain that was not archived before. It is stored in the transaction that writes
 * them: otherwise a state could outlive Redis whose operation ids, follow-ups and changes do not.
 */
final class Unarchived {
    private Unarchived() {}

    /** Returns the operations in {@code writes}. */
    static List<StoredOperation> operations(Collection<SnapshotWrite> writes) {
        return batches(writes).stream()
                .flatMap(each -> each.batch().operations().stream())
                .toList();
    }

    /** Stores everything else: the follow-ups, then the changes. */
    static void write(
            Connection connection, Collection<SnapshotWrite> writes, FollowUpRows followUps)
            throws SQLException {
        List<PackedBatch> batches = batches(writes);
        List<CalledFor> calledFor = new ArrayList<>();
        batches.forEach(each -> calledFor.addAll(each.batch().followUps()));
        followUps.insertMissing(connection, calledFor);
        ArchiveRows.insertMissing(connection, batches);
    }

    private static List<PackedBatch> batches(Collection<SnapshotWrite> writes) {
        return writes.stream().map(SnapshotWrite::unarchived).filter(Objects::nonNull).toList();
    }
}
