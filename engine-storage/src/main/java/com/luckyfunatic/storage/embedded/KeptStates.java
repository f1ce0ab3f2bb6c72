package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.GameRules;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.storage.codec.CompactCodec;
import com.luckyfunatic.storage.retention.RetentionClock;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code kept_state}: now and then a state of each player whose operations are kept, by
 * its change's position in the journal. The state of any answer of the last day is replayed from
 * the one before it, because repeats are rare and a state with each operation is dear.
 */
final class KeptStates {
    /** How many changes a state is replayed over at most: what a repeat may cost. */
    static final int REPLAYED_MAX = 64;

    /** How long after it was kept a state is replayed from. */
    private static final Duration USED = Duration.ofHours(1);

    /** How long a state has to stay, and with it the changes after it. */
    static final Duration KEPT = RetentionClock.OPERATIONS_KEPT.plus(USED);

    private static final String AT = "SELECT state FROM kept_state WHERE position = ?";
    private static final String SAVE =
            "INSERT OR REPLACE INTO kept_state (position, at_millis, state) VALUES (?, ?, ?)";

    /** Also those of a clock that was ahead: nothing is replayed from them for so long. */
    private static final String DELETE_OLD =
            """
            DELETE FROM kept_state WHERE position IN
                (SELECT position FROM kept_state WHERE at_millis <= ?
                 UNION ALL SELECT position FROM kept_state WHERE at_millis > ? LIMIT ?)
            """;

    private final Database database;
    private final Journal journal;
    private final CompactCodec<PlayerState> states;

    KeptStates(Database database, Journal journal, CompactCodec<PlayerState> states) {
        this.database = database;
        this.journal = journal;
        this.states = states;
    }

    /**
     * Which state of a player was kept last, as far as it is known.
     *
     * @param sequence of the state
     * @param atMillis when it was kept, by the store's own clock
     */
    record Last(long sequence, long atMillis) {
        /** Returns whether {@code state} can be replayed from it. */
        boolean reaches(PlayerState state, long nowMillis) {
            return state.sequence() - sequence <= REPLAYED_MAX
                    && nowMillis - atMillis <= USED.toMillis();
        }
    }

    /** Keeps {@code state}, which the change at {@code position} led to. */
    void save(long position, long nowMillis, String state, WriterStatements statements)
            throws SQLException {
        PreparedStatement save = statements.prepare(SAVE);
        save.setLong(1, position);
        save.setLong(2, nowMillis);
        save.setString(3, state);
        statements.gather(save);
    }

    /**
     * Returns the state of {@code player} that the change at {@code position} led to, null when it
     * is not kept any more.
     */
    @Nullable PlayerState at(PlayerId player, long position) {
        return database.read(reader -> {
            List<StateChange> after = new ArrayList<>();
            long each = position;
            while (each > 0 && after.size() <= REPLAYED_MAX) {
                String kept = kept(reader, each);
                if (kept != null) {
                    return replayed(player, states.read(kept), after.reversed());
                }
                each = journal.readAt(reader, each, after);
            }
            return null;
        });
    }

    private static @Nullable String kept(Reader reader, long position) throws SQLException {
        PreparedStatement at = reader.prepare(AT);
        at.setLong(1, position);
        try (ResultSet row = at.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static PlayerState replayed(
            PlayerId player, PlayerState kept, List<StateChange> changes) {
        PlayerState state = kept;
        for (StateChange change : changes) {
            state = GameRules.evolve(state, player, change.events(), change.atMillis());
        }
        return state;
    }

    /** Deletes some of those that nothing is replayed from any more; returns how many. */
    int deleteOld(long nowMillis, int limit, WriterStatements statements) throws SQLException {
        PreparedStatement delete = statements.prepare(DELETE_OLD);
        delete.setLong(1, nowMillis - KEPT.toMillis());
        delete.setLong(2, nowMillis + KEPT.toMillis());
        delete.setInt(3, limit);
        return delete.executeUpdate();
    }
}
