package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.luckyfunatic.storage.scylla.AuditFact.BoosterSnapshot;
import com.luckyfunatic.storage.scylla.AuditFact.ItemTransaction;
import com.luckyfunatic.storage.scylla.AuditFact.SessionBegun;

/** All tables whose partitions are a player's day. */
record AuditTables(
        DayTable<AuditEntry> changes,
        DayTable<ItemTransaction> items,
        DayTable<SessionBegun> sessions,
        DayTable<BoosterSnapshot> boosters) {
    static AuditTables prepare(CqlSession session, ScyllaSettings.Retention retention) {
        return new AuditTables(
                DayTable.prepare(
                        AuditTable.STATE_CHANGE, new RowMappings.Changes(), session, retention),
                DayTable.prepare(
                        AuditTable.ITEM_TRANSACTION, new RowMappings.Items(), session, retention),
                DayTable.prepare(
                        AuditTable.SESSION_HISTORY, new RowMappings.Sessions(), session, retention),
                DayTable.prepare(
                        AuditTable.BOOSTER_SNAPSHOT,
                        new RowMappings.Boosters(),
                        session,
                        retention));
    }

    /** Returns the statement that stores {@code row}. */
    BoundStatement insert(AuditRow row) {
        return switch (row) {
            case AuditEntry change -> changes.insert(change);
            case ItemTransaction item -> items.insert(item);
            case SessionBegun session -> sessions.insert(session);
            case BoosterSnapshot booster -> boosters.insert(booster);
        };
    }

    /** Returns the table of {@code row}. */
    static AuditTable of(AuditRow row) {
        return switch (row) {
            case AuditEntry _ -> AuditTable.STATE_CHANGE;
            case ItemTransaction _ -> AuditTable.ITEM_TRANSACTION;
            case SessionBegun _ -> AuditTable.SESSION_HISTORY;
            case BoosterSnapshot _ -> AuditTable.BOOSTER_SNAPSHOT;
        };
    }
}
