package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.audit.AuditComparison;
import com.luckyfunatic.engine.audit.AuditDifference;
import com.luckyfunatic.engine.audit.AuditRow;
import com.luckyfunatic.engine.audit.AuditScope;
import com.luckyfunatic.engine.audit.AuditSeal;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.storage.audit.Settling;
import com.luckyfunatic.storage.mysql.ArchivedBatch;
import com.luckyfunatic.storage.mysql.ChangeArchive;
import com.luckyfunatic.storage.scylla.AuditBatch;
import com.luckyfunatic.storage.scylla.AuditManifests;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The audit trail, as the manifests of the batches that it got: a row for each, at the position of
 * its id in the archive. A batch is complete when the audit has it for good, and then never comes
 * again. Thread-safe.
 */
final class TrailLog implements AuditLog {
    static final String NAME = "audit-trail";

    private static final Duration KEPT = Duration.ofDays(AuditManifests.DAYS_MIN);
    private static final int BATCHES_AT_ONCE = 20;

    private final Settling settling = new Settling(0);
    private final ChangeArchive archive;
    private final AuditManifests manifests;

    TrailLog(ChangeArchive archive, AuditManifests manifests) {
        this.archive = archive;
        this.manifests = manifests;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isListing() {
        return true;
    }

    /** What is not confirmed is asked for last: so nothing that is settled is overlooked. */
    @Override
    public long settled(long nowMillis) {
        long settled = settling.at(nowMillis, archive.lastId());
        return Math.min(settled, archive.firstUnconfirmedId() - 1);
    }

    @Override
    public void read(long after, long to, int limit, Consumer<AuditRow> consumer) {
        manifests.read(after, to, limit, consumer);
    }

    /** Makes them from the archive: what ScyllaDB has is what is to be checked. */
    @Override
    public void readToSeal(long after, long to, int limit, Consumer<AuditRow> consumer) {
        long from = after;
        int left = limit;
        int asked;
        List<ArchivedBatch> batches;
        do {
            asked = Math.min(left, BATCHES_AT_ONCE);
            batches = archive.between(from, to, asked);
            manifests.store(batches.stream().map(Batches::auditBatch).toList()).forEach(consumer);
            from = batches.isEmpty() ? to : batches.getLast().id();
            left -= batches.size();
        } while (left > 0 && batches.size() == asked);
    }

    /** Returns how many batches have no manifest yet. */
    @Override
    public long countAfter(long after) {
        return archive.countAfter(after);
    }

    @Override
    public boolean mayLack(AuditSeal seal, long before, long nowMillis) {
        return seal.earliestMillis() < nowMillis - KEPT.toMillis();
    }

    @Override
    public AuditComparison compare(
            AuditScope scope, Progress progress, Consumer<AuditDifference> found) {
        return manifests.compare(
                scope, consumer -> eachUnsealed(scope.to(), consumer), progress, found);
    }

    private void eachUnsealed(long sealedTo, Consumer<AuditBatch> consumer) {
        long from = sealedTo;
        List<ArchivedBatch> batches;
        do {
            batches = archive.between(from, Long.MAX_VALUE, BATCHES_AT_ONCE);
            for (ArchivedBatch batch : batches) {
                consumer.accept(Batches.auditBatch(batch));
                from = batch.id();
            }
        } while (batches.size() == BATCHES_AT_ONCE);
    }
}
