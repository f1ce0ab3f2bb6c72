package com.luckyfunatic.storage.scylla;

import com.luckyfunatic.engine.player.PlayerId;
import java.time.LocalDate;

/** One partition of a table: a player's day. */
record PlayerDay(PlayerId player, AuditTable table, LocalDate day) {
    static PlayerDay of(AuditRow row) {
        return new PlayerDay(row.player(), AuditTables.of(row), Days.of(row.atMillis()));
    }
}
