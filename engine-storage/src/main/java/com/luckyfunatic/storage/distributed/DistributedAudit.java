package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.audit.AuditSeal;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.storage.AuditStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is recorded in MySQL, and the audit trail beside it; all seals lie in MySQL. Thread-safe.
 */
final class DistributedAudit implements AuditStore {
    private final AuditStore mySql;
    private final List<AuditLog> logs;

    DistributedAudit(AuditStore mySql, AuditLog trail) {
        this.mySql = mySql;
        List<AuditLog> all = new ArrayList<>(mySql.logs());
        all.add(trail);
        logs = List.copyOf(all);
    }

    @Override
    public List<AuditLog> logs() {
        return logs;
    }

    @Override
    public boolean append(AuditSeal seal) {
        return mySql.append(seal);
    }

    @Override
    public Optional<AuditSeal> last(String log) {
        return mySql.last(log);
    }

    @Override
    public List<AuditSeal> seals(String log, long after, int limit) {
        return mySql.seals(log, after, limit);
    }
}
