package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.OperatorActions;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.SupportPlans;
import com.luckyfunatic.storage.verify.Books;
import com.luckyfunatic.storage.verify.CarriedOut;
import com.luckyfunatic.storage.verify.HardOperation;
import com.luckyfunatic.storage.verify.KeptChange;
import com.luckyfunatic.storage.verify.KeptChange.Kept;
import com.luckyfunatic.storage.verify.PlayerBook;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What the file keeps of all players. Thread-safe. */
final class EmbeddedBooks implements Books {
    /** Every player with a state or a change, and how many changes the journal has of each. */
    private static final String PLAYERS =
            """
            SELECT player_id, sum(changes) FROM
                (SELECT player_id, count(*) AS changes FROM state_change GROUP BY player_id
                 UNION ALL SELECT player_id, 0 FROM player_state)
            GROUP BY player_id ORDER BY player_id
            """;

    private static final String COUNT =
            "SELECT count(*) FROM (SELECT player_id FROM player_state"
                    + " UNION SELECT player_id FROM state_change)";

    private final Database database;
    private final HotPlayers players;
    private final Snapshots snapshots;
    private final Journal journal;
    private final Operations operations;
    private final OperatorActions actions;
    private final SupportPlans plans;

    EmbeddedBooks(
            Database database,
            HotPlayers players,
            Snapshots snapshots,
            Journal journal,
            Operations operations,
            OperatorActions actions,
            SupportPlans plans) {
        this.actions = actions;
        this.plans = plans;
        this.database = database;
        this.players = players;
        this.snapshots = snapshots;
        this.journal = journal;
        this.operations = operations;
    }

    @Override
    public long players() {
        return database.read(reader -> {
            try (ResultSet row = reader.prepare(COUNT).executeQuery()) {
                return row.getLong(1);
            }
        });
    }

    @Override
    public void forEach(Consumer<PlayerBook> consumer) {
        LongStream.Builder ids = LongStream.builder();
        LongStream.Builder counts = LongStream.builder();
        database.read(reader -> {
            try (ResultSet rows = reader.prepare(PLAYERS).executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                    counts.add(rows.getLong(2));
                }
                return 0;
            }
        });
        long[] each = ids.build().toArray();
        long[] changes = counts.build().toArray();
        for (int i = 0; i < each.length; i++) {
            consumer.accept(new Book(new PlayerId(each[i]), OptionalLong.of(changes[i])));
        }
    }

    @Override
    public PlayerBook of(PlayerId player) {
        return new Book(player, OptionalLong.empty());
    }

    private final class Book implements PlayerBook {
        private final PlayerId player;
        private final OptionalLong rows;

        Book(PlayerId player, OptionalLong rows) {
            this.player = player;
            this.rows = rows;
        }

        @Override
        public PlayerId player() {
            return player;
        }

        @Override
        public @Nullable PlayerState state() {
            return players.committedEntry(player).state();
        }

        @Override
        public @Nullable PlayerState snapshot() {
            return snapshots.load(player).state();
        }

        @Override
        public void changes(Consumer<KeptChange> consumer) {
            long before = Long.MAX_VALUE;
            Page<StateChange> page;
            do {
                page = journal.history(players.committedEntry(player), before, Page.LIMIT_MAX);
                for (StateChange change : page.items()) {
                    consumer.accept(new KeptChange(change, Kept.AT_REST));
                    before = change.sequence();
                }
            } while (page.hasMore());
        }

        @Override
        public boolean mayLack(long sequence) {
            return journal.isRemoved(players.committedEntry(player), sequence);
        }

        @Override
        public List<HardOperation> operations() {
            return operations.lasting(player, players.unfiled(player)).stream()
                    .map(id -> new HardOperation(id, null, 0))
                    .toList();
        }

        @Override
        public @Nullable OperationId operationOf(StateChange hard) {
            return hard.operationId();
        }

        @Override
        public Optional<List<CarriedOut>> carriedOut() {
            return Optional.of(CarriedOut.of(player, actions, plans));
        }

        @Override
        public Optional<Map<LocalDate, Long>> auditedByDay() {
            return Optional.empty();
        }

        @Override
        public OptionalLong rows() {
            return rows;
        }
    }
}
