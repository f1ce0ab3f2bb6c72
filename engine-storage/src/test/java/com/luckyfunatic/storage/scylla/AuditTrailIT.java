package com.luckyfunatic.storage.scylla;

import static com.luckyfunatic.storage.scylla.AuditSamples.DAY;
import static com.luckyfunatic.storage.scylla.AuditSamples.HOUR;
import static com.luckyfunatic.storage.scylla.AuditSamples.START;
import static com.luckyfunatic.storage.scylla.AuditSamples.change;
import static com.luckyfunatic.storage.scylla.AuditSamples.entries;
import static com.luckyfunatic.storage.scylla.AuditSamples.entry;
import static com.luckyfunatic.storage.scylla.AuditSamples.itemChange;
import static com.luckyfunatic.storage.scylla.AuditSamples.newPlayer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.booster.BoosterEvent.BoosterActivated;
import com.luckyfunatic.engine.booster.BoosterEvent.BoosterLevelBought;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.booster.BoosterUse;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.session.SessionEvent.LoggedIn;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.storage.scylla.AuditFact.BoosterSnapshot;
import com.luckyfunatic.storage.scylla.AuditFact.ItemTransaction;
import com.luckyfunatic.storage.scylla.AuditFact.SessionBegun;
import com.luckyfunatic.storage.scylla.ScyllaSettings.Retention;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithCassandra
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTrailIT {
    private static final Retention RETENTION = new Retention(3, 5, 7, 11);

    private final ScyllaSettings settings;
    private final ScyllaDatabase database;
    private final AuditTrail audit;

    AuditTrailIT(CassandraAddress address) {
        settings = TestSettings.at(address).with(RETENTION);
        database = ScyllaDatabase.open(settings);
        audit = database.audit();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void a_change_comes_back_as_it_was() {
        StateChange change = change(newPlayer(), 1, START + 7);

        append(List.of(change));

        assertThat(audit.changes(change.player(), Long.MAX_VALUE, 10))
                .isEqualTo(new Page<>(List.of(change), false));
        assertThat(audit.days(change.player())).containsExactly(LocalDate.of(2026, 3, 1));
        assertThat(audit.changesOn(change.player(), LocalDate.of(2026, 3, 1))).isOne();
    }

    @Test
    void appending_again_changes_nothing() {
        PlayerId player = newPlayer();
        List<StateChange> changes = changes(player, 30, HOUR);
        append(changes);
        Page<StateChange> first = audit.changes(player, Long.MAX_VALUE, 100);

        append(changes.subList(10, 30));
        append(changes);

        assertThat(audit.changes(player, Long.MAX_VALUE, 100)).isEqualTo(first);
        assertThat(first.items()).isEqualTo(changes.reversed());
        assertThat(audit.changesOn(player, Days.of(START))).isEqualTo(24);
        assertThat(audit.changesOn(player, Days.of(START + DAY))).isEqualTo(6);
    }

    @Test
    void many_changes_of_several_players_and_days_are_appended_at_once() {
        List<List<StateChange>> lives = new ArrayList<>();
        List<StateChange> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            PlayerId player = newPlayer();
            List<StateChange> life = new ArrayList<>();
            for (int sequence = 1; sequence <= 170; sequence++) {
                long at = START + sequence * HOUR / 4;
                life.add(
                        sequence % 3 == 0
                                ? itemChange(player, sequence, at)
                                : change(player, sequence, at));
            }
            lives.add(life);
            all.addAll(life);
        }
        Collections.shuffle(all, new Random(2));

        append(all);

        for (List<StateChange> life : lives) {
            PlayerId player = life.getFirst().player();
            assertThat(audit.changes(player, Long.MAX_VALUE, 100).items())
                    .isEqualTo(life.reversed().subList(0, 100));
            assertThat(audit.changes(player, 71, 100).items())
                    .isEqualTo(life.reversed().subList(100, 170));
            assertThat(
                            audit.itemTransactions(
                                            player, 0, START + 9 * DAY, AuditPosition.LATEST, 100)
                                    .items())
                    .hasSize(56);
        }
    }

    @ParameterizedTest(name = "pages of {0}")
    @ValueSource(ints = {1, 2, 3, 7, 40, 41, 42, 100})
    void pages_go_through_several_days_without_gaps_or_repeats(int limit) {
        PlayerId player = newPlayer();
        // Three at the same moment each, four moments a day.
        List<StateChange> changes = new ArrayList<>();
        for (int i = 0; i < 41; i++) {
            changes.add(change(player, i + 1, START + i / 3 * 6L * HOUR));
        }
        append(changes);

        List<StateChange> seen = new ArrayList<>();
        Page<StateChange> page;
        long before = Long.MAX_VALUE;
        do {
            page = audit.changes(player, before, limit);
            seen.addAll(page.items());
            assertThat(page.hasMore()).isEqualTo(seen.size() < 41);
            before = seen.getLast().sequence();
        } while (page.hasMore());

        assertThat(seen).isEqualTo(changes.reversed());
    }

    @ParameterizedTest(name = "pages of {0}")
    @ValueSource(ints = {1, 2, 5, 100})
    void a_time_span_holds_what_happened_from_its_start_to_just_before_its_end(int limit) {
        PlayerId player = newPlayer();
        List<StateChange> changes = changes(player, 60, HOUR);
        append(changes);
        long from = START + 5 * HOUR;
        long to = START + 50 * HOUR;

        List<StateChange> seen = new ArrayList<>();
        AuditPosition before = AuditPosition.LATEST;
        Page<StateChange> page;
        do {
            page = audit.changes(player, from, to, before, limit);
            seen.addAll(page.items());
            before = AuditPosition.of(seen.getLast());
        } while (page.hasMore());

        assertThat(seen).isEqualTo(changes.subList(5, 50).reversed());
    }

    @Test
    void an_empty_or_endless_time_span_is_no_mistake() {
        PlayerId player = newPlayer();
        append(changes(player, 3, DAY));

        assertThat(audit.changes(player, START, START, AuditPosition.LATEST, 10).items()).isEmpty();
        assertThat(audit.changes(player, START + DAY, START, AuditPosition.LATEST, 10).items())
                .isEmpty();
        assertThat(
                        audit.changes(
                                        player,
                                        Long.MIN_VALUE,
                                        Long.MAX_VALUE,
                                        AuditPosition.LATEST,
                                        10)
                                .items())
                .hasSize(3);
    }

    @Test
    void a_player_without_changes_has_an_empty_history() {
        PlayerId player = newPlayer();

        assertThat(audit.changes(player, Long.MAX_VALUE, 1))
                .isEqualTo(new Page<>(List.of(), false));
        assertThat(audit.days(player)).isEmpty();
        assertThat(audit.changesOn(player, LocalDate.of(2026, 3, 1))).isZero();
    }

    @ParameterizedTest(name = "before {0}")
    @ValueSource(longs = {1, 0, -1, Long.MIN_VALUE})
    void nothing_comes_before_the_first_change(long before) {
        PlayerId player = newPlayer();
        append(changes(player, 3, DAY));

        assertThat(audit.changes(player, before, 10)).isEqualTo(new Page<>(List.of(), false));
    }

    @ParameterizedTest(name = "limit {0}")
    @ValueSource(ints = {0, -1, Page.LIMIT_MAX + 1})
    void a_page_of_another_size_is_not_allowed(int limit) {
        PlayerId player = newPlayer();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> audit.changes(player, Long.MAX_VALUE, limit));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> audit.sessions(player, 0, START, AuditPosition.LATEST, limit));
    }

    @Test
    void a_day_that_was_written_backwards_and_by_two_programs_is_found_to_its_end() {
        PlayerId player = newPlayer();
        List<StateChange> changes = changes(player, 9, HOUR);
        append(changes.subList(6, 9));
        append(changes.subList(3, 6));
        try (ScyllaDatabase other = ScyllaDatabase.open(settings)) {
            other.audit().append(entries(changes.subList(7, 9))).join();
            other.audit().append(entries(changes.subList(0, 3))).join();
        }
        append(changes.subList(5, 8));

        assertThat(audit.changes(player, Long.MAX_VALUE, 100).items())
                .isEqualTo(changes.reversed());
        assertThat(audit.changes(player, 3, 100).items())
                .isEqualTo(changes.subList(0, 2).reversed());
    }

    @Test
    void of_two_changes_with_one_sequence_the_later_epoch_is_the_history() {
        PlayerId player = newPlayer();
        List<StateChange> changes = changes(player, 5, HOUR);
        StateChange lost = change(player, 3, START + 2 * HOUR);
        StateChange lostToo = change(player, 3, START + 2 * HOUR);
        List<AuditEntry> all = new ArrayList<>();
        changes.forEach(change -> all.add(entry(change, 7)));
        all.add(entry(lost, 6));
        all.add(entry(lostToo, 5));
        Collections.shuffle(all, new Random(1));

        audit.append(all).join();

        for (int limit = 1; limit <= 6; limit++) {
            assertThat(audit.changes(player, Long.MAX_VALUE, limit).items())
                    .isEqualTo(changes.reversed().subList(0, Math.min(limit, 5)));
        }
        assertThat(audit.changes(player, START, START + DAY, AuditPosition.LATEST, 100).items())
                .hasSize(7)
                .contains(lost, lostToo);
    }

    @Test
    void players_are_kept_apart() {
        PlayerId one = newPlayer();
        PlayerId other = newPlayer();
        List<StateChange> changes = new ArrayList<>(changes(one, 3, HOUR));
        changes.addAll(changes(other, 4, HOUR));
        append(changes);

        assertThat(audit.changes(one, Long.MAX_VALUE, 100).items()).hasSize(3);
        assertThat(audit.changes(other, Long.MAX_VALUE, 100).items()).hasSize(4);
    }

    @Test
    void item_transactions_of_a_player_can_be_read_alone() {
        PlayerId player = newPlayer();
        List<StateChange> changes = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            long at = START + i * 5L * HOUR;
            changes.add(i % 4 == 0 ? itemChange(player, i, at) : change(player, i, at));
        }
        append(changes);

        List<Integer> seen = new ArrayList<>();
        AuditPosition before = AuditPosition.LATEST;
        Page<ItemTransaction> page;
        do {
            page = audit.itemTransactions(player, 0, START + 100 * DAY, before, 3);
            page.items().forEach(item -> seen.add(item.delta()));
            before = page.items().getLast().position();
        } while (page.hasMore());

        assertThat(seen).containsExactly(40, 36, 32, 28, 24, 20, 16, 12, 8, 4);
    }

    @Test
    void sessions_of_a_player_can_be_read_alone() {
        PlayerId player = newPlayer();
        StateChange login = change(player, 1, START + 5, new LoggedIn(77, START + 5));

        append(List.of(login, change(player, 2, START + 6)));

        assertThat(audit.sessions(player, START, START + DAY, AuditPosition.LATEST, 10))
                .isEqualTo(
                        new Page<>(
                                List.of(
                                        new SessionBegun(
                                                player,
                                                new AuditPosition(1, login.id(), 0),
                                                START + 5,
                                                77)),
                                false));
    }

    @Test
    void booster_snapshots_of_a_player_can_be_read_alone() {
        PlayerId player = newPlayer();
        BoosterType turbo = new BoosterType("turbo_tap");
        ActiveBooster active =
                new ActiveBooster(turbo, Effect.FUNZ_PER_TAP_MULTIPLY, 20_000, START + HOUR);
        BoosterUse use = new BoosterUse(turbo, START + DAY, 20_513, 2);
        StateChange activated =
                change(
                        player,
                        1,
                        START,
                        new BoosterActivated(
                                turbo,
                                Effect.FUNZ_PER_TAP_MULTIPLY,
                                Currency.JOKERS,
                                3,
                                active,
                                use,
                                5),
                        new BoosterLevelBought(
                                new BoosterType("energy_limit"), 4, Currency.FUNZ, 900));

        append(List.of(activated));

        assertThat(
                        audit.boosterSnapshots(player, START, START + DAY, AuditPosition.LATEST, 9)
                                .items())
                .containsExactly(
                        new BoosterSnapshot(
                                player,
                                new AuditPosition(1, activated.id(), 1_000),
                                START,
                                new BoosterType("energy_limit"),
                                Currency.FUNZ,
                                900,
                                4,
                                null,
                                null),
                        new BoosterSnapshot(
                                player,
                                new AuditPosition(1, activated.id(), 0),
                                START,
                                turbo,
                                Currency.JOKERS,
                                3,
                                0,
                                active,
                                use));
    }

    @Test
    void entries_that_cannot_be_understood_are_named_and_all_others_stored() {
        PlayerId player = newPlayer();
        List<StateChange> changes = changes(player, 4, HOUR);
        List<AuditEntry> entries = new ArrayList<>(entries(changes));
        List<AuditEntry> poison =
                List.of(
                        new AuditEntry(player, 1, 5, 5, START, "{"),
                        new AuditEntry(player, 1, 6, 6, START, "{}"),
                        new AuditEntry(player, 1, 7, 7, -1, entries.getFirst().document()),
                        new AuditEntry(player, 1, 8, 8, START, " ".repeat(2 << 20)));
        entries.addAll(2, poison);

        assertThatThrownBy(() -> audit.append(entries).join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        PoisonEntriesException.class,
                        e -> assertThat(e.entries()).isEqualTo(poison));

        assertThat(audit.changes(player, Long.MAX_VALUE, 100).items())
                .isEqualTo(changes.reversed());
    }

    @Test
    void rows_live_as_long_as_the_retention_of_their_table_says() {
        PlayerId player = newPlayer();
        append(
                List.of(
                        itemChange(player, 1, START),
                        change(
                                player,
                                2,
                                START,
                                new LoggedIn(1, START),
                                new BoosterLevelBought(
                                        new BoosterType("energy_limit"), 4, Currency.FUNZ, 900))));

        assertThat(daysToLive("state_change", "document", player)).isEqualTo(RETENTION.changes());
        assertThat(daysToLive("item_transaction", "item", player)).isEqualTo(RETENTION.items());
        assertThat(daysToLive("session_history", "session", player))
                .isEqualTo(RETENTION.sessions());
        assertThat(daysToLive("booster_snapshot", "booster", player))
                .isEqualTo(RETENTION.boosters());
        assertThat(daysToLive("player_day", "first_sequence", player))
                .isGreaterThan(RETENTION.changes());
    }

    @Test
    void a_row_is_as_old_as_what_it_tells() {
        PlayerId player = newPlayer();
        append(List.of(change(player, 1, START + 5)));

        try (CqlSession session = session()) {
            Row row =
                    session.execute(
                                    "SELECT writetime(document) FROM state_change WHERE player_id"
                                            + " = ? AND day = ?",
                                    player.value(),
                                    Days.of(START))
                            .all()
                            .getFirst();
            assertThat(row.getLong(0)).isEqualTo((START + 5) * 1_000);
        }
    }

    @Test
    void an_append_of_nothing_is_done_at_once() {
        assertThat(audit.append(List.of())).isCompleted();
    }

    @Test
    void more_entries_than_may_be_on_their_way_are_all_stored() {
        PlayerId player = newPlayer();
        List<StateChange> changes = changes(player, 1_000, HOUR / 10);
        try (ScyllaDatabase narrow =
                ScyllaDatabase.open(settings.with(settings.requestTimeout(), 2))) {
            narrow.audit().append(entries(changes)).join();
        }

        long stored =
                audit.days(player).stream().mapToLong(day -> audit.changesOn(player, day)).sum();
        assertThat(stored).isEqualTo(1_000);
    }

    @Test
    void it_is_available_until_it_is_closed() {
        ScyllaDatabase other = ScyllaDatabase.open(settings);
        other.checkAvailable();

        other.close();
        other.close();

        assertThatThrownBy(other::checkAvailable).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() -> other.audit().changes(newPlayer(), 9, 9))
                .isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(() ->
                        other.audit().append(List.of(entry(change(newPlayer(), 1, 1)))).join())
                .hasCauseInstanceOf(StorageUnavailableException.class);
    }

    private void append(List<StateChange> changes) {
        audit.append(entries(changes)).join();
    }

    private static List<StateChange> changes(PlayerId player, int number, long everyMillis) {
        List<StateChange> changes = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            changes.add(change(player, i + 1, START + i * everyMillis));
        }
        return changes;
    }

    private long daysToLive(String table, String column, PlayerId player) {
        try (CqlSession session = session()) {
            Row row =
                    session.execute(
                                    "SELECT ttl(%s) FROM %s WHERE player_id = ? ALLOW FILTERING"
                                            .formatted(column, table),
                                    player.value())
                            .all()
                            .getFirst();
            return Math.ceilDiv(row.getInt(0), (int) Days.SECONDS);
        }
    }

    private CqlSession session() {
        CqlSession session = Sessions.open(settings, () -> {});
        session.execute("USE " + settings.keyspace());
        return session;
    }
}
