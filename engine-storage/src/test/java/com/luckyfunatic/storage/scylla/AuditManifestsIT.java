package com.luckyfunatic.storage.scylla;

import static com.luckyfunatic.storage.scylla.AuditSamples.DAY;
import static com.luckyfunatic.storage.scylla.AuditSamples.HOUR;
import static com.luckyfunatic.storage.scylla.AuditSamples.START;
import static com.luckyfunatic.storage.scylla.AuditSamples.change;
import static com.luckyfunatic.storage.scylla.AuditSamples.entries;
import static com.luckyfunatic.storage.scylla.AuditSamples.entry;
import static com.luckyfunatic.storage.scylla.AuditSamples.itemChange;
import static com.luckyfunatic.storage.scylla.AuditSamples.newPlayer;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.audit.AuditComparison;
import com.luckyfunatic.engine.audit.AuditDifference;
import com.luckyfunatic.engine.audit.AuditDifference.Kind;
import com.luckyfunatic.engine.audit.AuditRow;
import com.luckyfunatic.engine.audit.AuditScope;
import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.booster.BoosterEvent.BoosterActivated;
import com.luckyfunatic.engine.booster.BoosterEvent.BoosterLevelBought;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.booster.BoosterUse;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.session.SessionEvent.LoggedIn;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of the real database are changed behind our back; each time it shows. */
@WithCassandra
class AuditManifestsIT {
    private static final int PLAYERS = 4;
    private static final int TAMPERINGS = 60;
    private static final int EXCHANGES = 10;

    /** So that there are several slices, and some are cut again. */
    private static final int ROWS_PER_SLICE = 20;

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);
    private static final BoosterType BOOSTER = new BoosterType("overdrive");

    private final ScyllaSettings settings;
    private final ScyllaDatabase database;
    private final CqlSession session;
    private final List<PlayerId> players = new ArrayList<>();
    private final List<AuditBatch> batches = new ArrayList<>();

    /** What the archive has that is not sealed. */
    private List<AuditBatch> archived = List.of();

    AuditManifestsIT(CassandraAddress address) {
        settings = TestSettings.at(address);
        database = ScyllaDatabase.open(settings);
        session = address.connect();
    }

    @BeforeEach
    void play() {
        for (String table :
                List.of(
                        "state_change",
                        "item_transaction",
                        "session_history",
                        "booster_snapshot",
                        "player_day",
                        "audit_manifest",
                        "audit_manifest_bucket")) {
            session.execute("TRUNCATE " + table);
        }
        for (int i = 0; i < PLAYERS; i++) {
            players.add(newPlayer());
        }
        // Ten changes a day of each, in batches of all of a few hours; from one bucket to the next.
        long id = 250;
        for (int at = 0; at < 30; at += 3) {
            List<StateChange> changes = new ArrayList<>();
            for (PlayerId player : players) {
                for (int i = at; i < at + 3; i++) {
                    changes.add(
                            changeOf(player, i + 1, START + i * 2L * HOUR + i / 10 * 4L * HOUR));
                }
            }
            batches.add(new AuditBatch(id++, entries(changes)));
        }
        append();
        database.manifests().store(batches);
    }

    private void append() {
        for (AuditBatch batch : batches) {
            database.audit().append(batch.entries()).join();
        }
    }

    private static StateChange changeOf(PlayerId player, int sequence, long at) {
        return switch (sequence % 5) {
            case 0 -> itemChange(player, sequence, at);
            case 1 -> change(player, sequence, at, new LoggedIn(sequence, 1));
            case 2 ->
                    change(
                            player,
                            sequence,
                            at,
                            new BoosterActivated(
                                    BOOSTER,
                                    Effect.FUNZ_PER_TAP_ADD,
                                    Currency.FUNZ,
                                    10,
                                    new ActiveBooster(
                                            BOOSTER, Effect.FUNZ_PER_TAP_ADD, 7, at + HOUR),
                                    new BoosterUse(BOOSTER, at + HOUR, at / DAY, 1),
                                    5));
            case 3 ->
                    change(
                            player,
                            sequence,
                            at,
                            new BoosterLevelBought(BOOSTER, sequence, Currency.JOKERS, 3));
            default -> change(player, sequence, at);
        };
    }

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    private List<AuditDifference> compare(@Nullable LocalDate day, long sealedTo) {
        List<AuditDifference> found = new ArrayList<>();
        sum =
                database.manifests()
                        .compare(
                                new AuditScope(sealedTo, START - DAY, day, START + 20 * DAY),
                                unsealed -> archived.forEach(unsealed),
                                (_, _) -> {},
                                found::add,
                                ROWS_PER_SLICE);
        return found;
    }

    private AuditComparison sum = AuditComparison.NOTHING;

    private List<AuditDifference> compare() {
        return compare(null, Long.MAX_VALUE);
    }

    /** How many rows the manifests from one batch to another list. */
    private long lines(long first, long last) {
        AtomicLong lines = new AtomicLong();
        database.manifests()
                .contents(
                        last,
                        100,
                        (batch, content) ->
                                lines.addAndGet(
                                        batch < first || content == null
                                                ? 0
                                                : Manifest.of(content).lines().size()));
        return lines.get();
    }

    private static long lines() {
        return PLAYERS * (30 + 4 * 6);
    }

    private List<AuditRow> manifests() {
        List<AuditRow> rows = new ArrayList<>();
        database.manifests().read(0, Long.MAX_VALUE, 1_000, rows::add);
        return rows;
    }

    @Test
    void all_rows_are_as_their_manifests_list_them() {
        assertThat(compare()).isEmpty();

        // Six of each thirty are items, logins, two kinds of boosters, and nothing else.
        assertThat(sum).isEqualTo(new AuditComparison(PLAYERS * (30 + 4 * 6), 0, 0));
        assertThat(lines()).isEqualTo(sum.rows());
    }

    @Test
    void manifests_come_in_the_order_of_their_batches() {
        List<AuditRow> all = manifests();

        assertThat(all)
                .extracting(AuditRow::position)
                .isEqualTo(batches.stream().map(AuditBatch::id).toList());
        assertThat(all.getFirst().atMillis()).isEqualTo(START + 4 * HOUR);
        List<AuditRow> some = new ArrayList<>();
        database.manifests().read(253, 258, 4, some::add);
        assertThat(some).extracting(AuditRow::position).containsExactly(254L, 255L, 256L, 257L);
        assertThat(database.manifests().countAfter(0)).isEqualTo(10);
        assertThat(database.manifests().countAfter(255)).isEqualTo(4);
        assertThat(database.manifests().countAfter(Long.MAX_VALUE)).isZero();
    }

    @Test
    void storing_again_leaves_manifests_as_they_are() {
        List<byte[]> before = manifests().stream().map(AuditRow::content).toList();

        append();
        List<AuditRow> again;
        try (ScyllaDatabase other = ScyllaDatabase.open(settings)) {
            again = other.manifests().store(batches);
        }

        assertThat(contents(manifests())).isEqualTo(contents(again));
        assertThat(manifests().stream().map(AuditRow::content).toList())
                .usingElementComparator(Arrays::compare)
                .isEqualTo(before);
        assertThat(compare()).isEmpty();
    }

    private static List<String> contents(List<AuditRow> rows) {
        return rows.stream().map(row -> HexFormat.of().formatHex(row.content())).toList();
    }

    @Test
    void an_entry_that_cannot_be_understood_is_in_no_manifest() {
        PlayerId player = newPlayer();
        AuditEntry poison = new AuditEntry(player, 1, 2, 2, START, "{");
        AuditEntry sound = entry(change(player, 1, START));
        database.audit().append(List.of(sound)).join();

        database.manifests()
                .store(
                        List.of(
                                new AuditBatch(900, List.of(sound, poison)),
                                new AuditBatch(901, List.of(poison))));

        assertThat(compare()).isEmpty();
        assertThat(sum.rows()).isEqualTo(PLAYERS * (30 + 4 * 6) + 1);
        assertThat(manifests()).extracting(AuditRow::position).contains(900L).doesNotContain(901L);
    }

    @Test
    void what_is_archived_and_not_sealed_is_neither_missed_nor_strange() {
        archived = batches.subList(4, 10);

        assertThat(compare(null, 253)).isEmpty();
        assertThat(sum.rows()).isEqualTo(lines(250, 253));
        assertThat(sum.unsealed()).isEqualTo(lines() - sum.rows());

        archived = batches.subList(5, 10);
        assertThat(compare(null, 253))
                .hasSize((int) lines(254, 254))
                .allMatch(difference -> difference.kind() == Kind.INSERTED);
    }

    @Test
    void what_is_archived_while_it_compares_is_known_in_the_end() {
        AtomicInteger asked = new AtomicInteger();

        List<AuditDifference> found = new ArrayList<>();
        database.manifests()
                .compare(
                        new AuditScope(258, START - DAY, null, START + 20 * DAY),
                        unsealed -> {
                            if (asked.incrementAndGet() > 1) {
                                unsealed.accept(batches.getLast());
                            }
                        },
                        (_, _) -> {},
                        found::add);

        assertThat(found).isEmpty();
        assertThat(asked).hasValue(2);
    }

    /** Neither with a batch that never was, nor by listing a row anew in a later one. */
    @Test
    void a_forged_manifest_is_no_excuse() {
        PlayerId player = players.getFirst();
        Place place = new Place(player, 4);
        session.execute(
                "DELETE FROM state_change WHERE %s AND change_id = %d"
                        .formatted(place.where(), changeId("state_change", place)));
        Manifest forged =
                new Manifest(
                        new ScyllaSettings.Retention(1, 1, 1, 1),
                        List.of(
                                new Manifest.Line(
                                        AuditTable.STATE_CHANGE, player, place.day(), 4, 77)));
        for (long batch : new long[] {300, 1_000_000_000_000L}) {
            session.execute(
                    "INSERT INTO audit_manifest (bucket, batch_id, at, content) VALUES (%d, %d, 0, 0x%s)"
                            .formatted(
                                    batch / 256,
                                    batch,
                                    HexFormat.of().formatHex(forged.toBytes().array())));
            session.execute(
                    "INSERT INTO audit_manifest_bucket (part, bucket) VALUES (0, %d)"
                            .formatted(batch / 256));
        }

        assertThat(compare(null, 400))
                .extracting(AuditDifference::kind, AuditDifference::position)
                .containsExactlyInAnyOrder(tuple(Kind.MISSING, 251L), tuple(Kind.EDITED, 300L));
    }

    @Test
    void a_manifest_that_makes_no_sense_is_told_and_the_others_compared() {
        long damaged = lines(251, 251) + lines(257, 257);
        session.execute(
                "UPDATE audit_manifest SET content = 0x0042 WHERE bucket = 0 AND batch_id = 251");
        session.execute(
                "UPDATE audit_manifest SET content = null, at = null WHERE bucket = 1 AND batch_id"
                        + " = 257");

        List<AuditDifference> found = compare();

        assertThat(found)
                .filteredOn(difference -> difference.day() == null)
                .extracting(AuditDifference::position)
                .containsExactly(251L, 257L);
        assertThat(sum.rows()).isEqualTo(lines() - damaged);
        assertThat(manifests()).hasSize(10);
    }

    @Test
    void a_day_that_readers_would_not_find_is_told() {
        session.execute(
                "DELETE FROM player_day WHERE player_id = %s AND audit_table = 'state_change' AND day = '2026-03-02'"
                        .formatted(players.getFirst()));
        session.execute(
                "UPDATE player_day SET first_sequence = 900 WHERE player_id = %s AND audit_table = 'item_transaction' AND day = '2026-03-03'"
                        .formatted(players.getLast()));

        assertThat(compare())
                .extracting(AuditDifference::detail)
                .containsExactlyInAnyOrder(
                        "state_change of player %s on that day is hidden: its entry in player_day is missing"
                                .formatted(players.getFirst()),
                        "item_transaction of player %s on that day is hidden: its entry in player_day begins too late"
                                .formatted(players.getLast()));
    }

    @Test
    void of_one_day_only_its_rows_are_compared() {
        Place first = new Place(players.getFirst(), 1);
        session.execute(
                "UPDATE state_change SET document = 'x' WHERE %s AND change_id = %d"
                        .formatted(first.where(), changeId("state_change", first)));

        assertThat(compare(FIRST_DAY.plusDays(1), Long.MAX_VALUE)).isEmpty();
        assertThat(sum.rows()).isEqualTo(PLAYERS * (10 + 8));
        assertThat(compare(FIRST_DAY, Long.MAX_VALUE))
                .extracting(AuditDifference::kind)
                .containsExactly(Kind.EDITED);
    }

    @Test
    void a_player_who_was_made_up_is_found_among_all_days() {
        session.execute(
                "INSERT INTO item_transaction (player_id, day, sequence, change_id, event, at,"
                        + " item, delta, reason) VALUES (-5, '2026-03-02', 1, 1, 0, 0, 'clover', 9,"
                        + " 'x')");

        assertThat(compare())
                .containsExactly(
                        new AuditDifference(
                                Kind.INSERTED,
                                LocalDate.of(2026, 3, 2),
                                null,
                                "item_transaction 1 of player -5 is of no batch"));
    }

    @Test
    void a_row_on_another_day_than_its_own_is_found() {
        PlayerId player = players.getFirst();
        session.execute(
                "INSERT INTO state_change (player_id, day, sequence, change_id, at, epoch, format,"
                        + " document) VALUES (%s, '2026-03-03', 2, 2, 0, 1, 1, '{}')"
                                .formatted(player));

        assertThat(compare()).extracting(AuditDifference::kind).containsExactly(Kind.INSERTED);
    }

    /** Each place is tampered with once, and nothing is mended: a new finding has to name it. */
    @Test
    void what_was_tampered_with_is_found_whatever_it_is() {
        Random random = new Random(7);
        List<Place> places = new ArrayList<>();
        for (PlayerId player : players) {
            for (int sequence = 1; sequence <= 30; sequence++) {
                places.add(new Place(player, sequence));
            }
        }
        Collections.shuffle(places, random);
        for (Place place : places.subList(0, TAMPERINGS)) {
            String table = random.nextBoolean() ? place.tableOfFact() : "state_change";
            String done = tamper(table, place, random);

            assertThat(compare())
                    .as(done)
                    .extracting(AuditDifference::detail)
                    .filteredOn(detail -> detail.startsWith(place.in(table) + " "))
                    .hasSize(1);
        }
        assertThat(compare()).hasSize(TAMPERINGS);
    }

    /** Whoever exchanges rows adds none and takes none: each is one that there was, elsewhere. */
    @Test
    void rows_that_have_changed_places_are_both_found() {
        List<Place> places = new ArrayList<>();
        for (PlayerId player : players) {
            for (int sequence = 1; sequence <= 10; sequence++) {
                places.add(new Place(player, sequence));
            }
        }
        Collections.shuffle(places, new Random(11));
        for (int i = 0; i < 2 * EXCHANGES; i += 2) {
            Place one = places.get(i);
            Place other = places.get(i + 1);
            exchange(one, other);

            assertThat(compare())
                    .extracting(AuditDifference::detail)
                    .filteredOn(detail ->
                            detail.startsWith(one.in("state_change") + " ")
                                    || detail.startsWith(other.in("state_change") + " "))
                    .hasSize(2);
        }
        assertThat(compare())
                .hasSize(2 * EXCHANGES)
                .extracting(AuditDifference::kind)
                .containsOnly(Kind.EDITED);
    }

    private void exchange(Place one, Place other) {
        Row first = stored(one);
        Row second = stored(other);
        store(one, second);
        store(other, first);
    }

    private Row stored(Place place) {
        return session.execute(
                        "SELECT change_id, at, epoch, document FROM state_change WHERE "
                                + place.where())
                .all()
                .getFirst();
    }

    /** The keys of a row stay: what it says is another's. */
    private void store(Place place, Row of) {
        session.execute(
                "UPDATE state_change SET at = ?, epoch = ?, document = ? WHERE "
                        + place.where()
                        + " AND change_id = "
                        + changeId("state_change", place),
                requireNonNull(of.getInstant("at")),
                of.getLong("epoch"),
                requireNonNull(of.getString("document")));
    }

    private record Place(PlayerId player, int sequence) {
        String tableOfFact() {
            return switch (sequence % 5) {
                case 0 -> "item_transaction";
                case 1 -> "session_history";
                case 2, 3 -> "booster_snapshot";
                default -> "state_change";
            };
        }

        String in(String table) {
            return "%s %d of player %s".formatted(table, sequence, player);
        }

        LocalDate day() {
            return FIRST_DAY.plusDays((sequence - 1) / 10);
        }

        String where() {
            return "player_id = %s AND day = '%s' AND sequence = %d"
                    .formatted(player, day(), sequence);
        }
    }

    private String tamper(String table, Place place, Random random) {
        long id = changeId(table, place);
        String event = table.equals("state_change") ? "" : " AND event = 0";
        String row = place.where() + " AND change_id = " + id + event;
        String other = place.where() + " AND change_id = " + (id + 1_000_000) + event;
        List<String> columns = valuesIn(table);
        String value = columns.get(random.nextInt(columns.size()));
        String statement =
                switch (random.nextInt(3)) {
                    case 0 -> "DELETE FROM %s WHERE %s".formatted(table, row);
                    case 1 -> "UPDATE %s SET %s WHERE %s".formatted(table, value, row);
                    default ->
                            "UPDATE %s SET %s WHERE %s".formatted(table, columns.getFirst(), other);
                };
        session.execute(statement);
        return statement;
    }

    private static List<String> valuesIn(String table) {
        return switch (table) {
            case "item_transaction" ->
                    List.of("item = 'x'", "delta = 77", "reason = 'x'", "at = 5");
            case "session_history" -> List.of("session = 987654", "at = 5");
            case "booster_snapshot" ->
                    List.of(
                            "price = 987",
                            "until_at = 5",
                            "used_on_day = 9",
                            "effect = 'x'",
                            "currency = null");
            default -> List.of("document = '{}'", "epoch = 99", "at = null");
        };
    }

    private long changeId(String table, Place place) {
        return session.execute("SELECT change_id FROM %s WHERE %s".formatted(table, place.where()))
                .all()
                .getFirst()
                .getLong(0);
    }
}
