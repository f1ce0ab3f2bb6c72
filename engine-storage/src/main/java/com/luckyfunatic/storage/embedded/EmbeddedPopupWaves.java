package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.storage.PopupWaves;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** When the last wave began: a row of the table {@code meta}. Thread-safe. */
final class EmbeddedPopupWaves implements PopupWaves {
    private static final String BEGIN =
            "UPDATE meta SET value = ? WHERE name = 'popup_wave' AND (value = 0 OR value <= ?)";
    private static final String LAST = "SELECT value FROM meta WHERE name = 'popup_wave'";

    private final Database database;
    private final GroupCommit writer;

    EmbeddedPopupWaves(Database database, GroupCommit writer) {
        this.database = database;
        this.writer = writer;
    }

    @Override
    public boolean begin(long nowMillis, long pauseMillis) {
        Beginning beginning = new Beginning(nowMillis, pauseMillis);
        writer.submit(beginning);
        beginning.await();
        return beginning.begun;
    }

    @Override
    public long last() {
        return database.read(reader -> {
            try (ResultSet row = reader.prepare(LAST).executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        });
    }

    /** Begins a wave if one is due; writes are serial, so two cannot race. */
    private static final class Beginning extends Write {
        private final long nowMillis;
        private final long pauseMillis;
        private volatile boolean begun;

        Beginning(long nowMillis, long pauseMillis) {
            this.nowMillis = nowMillis;
            this.pauseMillis = pauseMillis;
        }

        @Override
        boolean isForced() {
            return true;
        }

        @Override
        void apply(WriterStatements statements) throws SQLException {
            PreparedStatement update = statements.prepare(BEGIN);
            update.setLong(1, nowMillis);
            update.setLong(2, nowMillis - pauseMillis);
            begun = update.executeUpdate() == 1;
        }
    }
}
