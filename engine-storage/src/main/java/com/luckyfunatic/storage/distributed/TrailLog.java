package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.audit.AuditComparison;
import com.luckyfunatic.engine.audit.AuditDifference;
import com.luckyfunatic.engine.audit.AuditRow;
import com.luckyfunatic.engine.audit.AuditScope;
import com.luckyfunatic.engine.audit.AuditSeal;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.storage.audit.Settling;
import com.luckyfunatic.storage.mysql.ChangeArchive;
import com.luckyfunatic.storage.scylla.AuditManifests;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The audit trail, as the manifests of the batches that it got: a row for each, at the position of
 * its id in the archive. A batch is complete when the audit has it for good, and then never comes
 * again. Thread-safe.
 */
final class TrailLog implements AuditLog {
    private static final Duration KEPT = Duration.ofDays(AuditManifests.DAYS_MIN);

    private final Settling settling = new Settling(0);
    private final ChangeArchive archive;
    private final AuditManifests manifests;

    TrailLog(ChangeArchive archive, AuditManifests manifests) {
        this.archive = archive;
        this.manifests = manifests;
    }

    @Override
    public String name() {
        return "audit-trail";
    }

    /**
     * What is not confirmed is asked for last: so nothing that is settled by then is overlooked.
     */
    @Override
    public long settled(long nowMillis) {
        long settled = settling.at(nowMillis, archive.lastId());
        return Math.min(settled, archive.firstUnconfirmedId() - 1);
    }

    @Override
    public void read(long after, long to, int limit, Consumer<AuditRow> consumer) {
        manifests.read(after, to, limit, consumer);
    }

    @Override
    public long countAfter(long after) {
        return manifests.countAfter(after);
    }

    @Override
    public boolean mayLack(AuditSeal seal, long before, long nowMillis) {
        return seal.earliestMillis() < nowMillis - KEPT.toMillis();
    }

    @Override
    public AuditComparison compare(
            AuditScope scope, Progress progress, Consumer<AuditDifference> found) {
        return manifests.compare(scope, progress, found);
    }
}
