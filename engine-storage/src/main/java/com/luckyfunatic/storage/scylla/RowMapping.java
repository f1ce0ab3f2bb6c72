package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.cql.Row;
import com.luckyfunatic.engine.player.PlayerId;

/** How the columns of one table that are its own become values and back. Thread-safe. */
interface RowMapping<T extends AuditRow> {
    /** Binds the columns of {@code row} that only its table has. */
    void bind(Binder statement, T row);

    /** Returns what {@code row} holds. */
    T read(PlayerId player, AuditPosition position, long atMillis, Row row);
}
