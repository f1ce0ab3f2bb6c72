package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.storage.codec.GameCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The table {@code player_state}: players as of a sequence. */
final class Snapshots {
    private static final String LOAD =
            "SELECT position, skip, format, state FROM player_state WHERE player_id = ?";
    private static final String SAVE =
            """
            INSERT INTO player_state (player_id, sequence, position, skip, format, state)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (player_id) DO UPDATE SET sequence = excluded.sequence,
                position = excluded.position, skip = excluded.skip,
                format = excluded.format, state = excluded.state
            """;
    private static final String SAVE_SCORE =
            "UPDATE account SET funz_earned = ?, rank = ? WHERE player_id = ?";

    private final Database database;
    private final GameCodec codec;

    Snapshots(Database database, GameCodec codec) {
        this.database = database;
        this.codec = codec;
    }

    /** Returns the stored {@code player}, {@link HotPlayer.Committed#NOTHING} if there is none. */
    HotPlayer.Committed load(PlayerId player) {
        return database.read(reader -> {
            PreparedStatement load = reader.prepare(LOAD);
            load.setLong(1, player.value());
            try (ResultSet row = load.executeQuery()) {
                return row.next() ? committed(player, row) : HotPlayer.Committed.NOTHING;
            }
        });
    }

    private HotPlayer.Committed committed(PlayerId player, ResultSet row) throws SQLException {
        int format = row.getInt(3);
        if (format > GameCodec.FORMAT) {
            throw new StorageCorruptException(
                    "player " + player + " is stored in format " + format + ", not known here");
        }
        return new HotPlayer.Committed(
                codec.readState(row.getString(4)), row.getLong(1), row.getLong(2));
    }

    /** Writes what is committed of {@code player}, and files the operations. */
    void save(HotPlayer player, WriterStatements statements) throws SQLException {
        for (long operation : player.unfiled()) {
            Operations.file(operation, statements);
        }
        HotPlayer.Committed committed = player.committed;
        PlayerState state = committed.state();
        if (state == null) {
            return;
        }
        PreparedStatement save = statements.prepare(SAVE);
        save.setLong(1, player.id.value());
        save.setLong(2, state.sequence());
        save.setLong(3, committed.position());
        save.setLong(4, committed.skip());
        save.setInt(5, GameCodec.FORMAT);
        save.setString(6, codec.write(state));
        statements.gather(save);
        if (state.referral().referrer() != null) {
            PreparedStatement score = statements.prepare(SAVE_SCORE);
            score.setLong(1, state.wallet().funzEarned());
            score.setInt(2, state.rank().rank());
            score.setLong(3, player.id.value());
            statements.gather(score);
        }
    }
}
