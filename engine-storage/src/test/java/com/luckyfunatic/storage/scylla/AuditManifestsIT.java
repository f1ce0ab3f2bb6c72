package com.luckyfunatic.storage.scylla;

import static com.luckyfunatic.storage.scylla.AuditSamples.DAY;
import static com.luckyfunatic.storage.scylla.AuditSamples.HOUR;
import static com.luckyfunatic.storage.scylla.AuditSamples.START;
import static com.luckyfunatic.storage.scylla.AuditSamples.change;
import static com.luckyfunatic.storage.scylla.AuditSamples.entries;
import static com.luckyfunatic.storage.scylla.AuditSamples.itemChange;
import static com.luckyfunatic.storage.scylla.AuditSamples.newPlayer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
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
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of the real database are changed behind our back; each time it shows. */
@WithCassandra
class AuditManifestsIT {
    private static final int PLAYERS = 4;
    private static final int TAMPERINGS = 60;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);
    private static final BoosterType BOOSTER = new BoosterType("overdrive");

    private final ScyllaSettings settings;
    private final ScyllaDatabase database;
    private final CqlSession session;
    private final List<PlayerId> players = new ArrayList<>();
    private final List<AuditBatch> batches = new ArrayList<>();

    AuditManifestsIT(CassandraAddress address) {
        settings = TestSettings.at(address);
        database = ScyllaDatabase.open(settings);
        session =
                CqlSession.builder()
                        .addContactPoint(address.contactPoint())
                        .withLocalDatacenter(address.dataCenter())
                        .withKeyspace(address.keyspace())
                        .build();
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
        database.audit().append(batches).join();
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
                                (_, _) -> {},
                                found::add);
        return found;
    }

    private AuditComparison sum = AuditComparison.NOTHING;

    private List<AuditDifference> compare() {
        return compare(null, Long.MAX_VALUE);
    }

    private long lines() {
        return manifests().stream()
                .mapToLong(row -> row.content().length)
                .map(length -> (length - 40) / Manifest.Line.BYTES)
                .sum();
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
    void appending_again_leaves_manifests_as_they_are() {
        List<byte[]> before = manifests().stream().map(AuditRow::content).toList();

        database.audit().append(batches.subList(3, 8)).join();
        try (ScyllaDatabase other = ScyllaDatabase.open(settings)) {
            other.audit().append(batches).join();
        }

        assertThat(manifests().stream().map(AuditRow::content).toList())
                .usingElementComparator(Arrays::compare)
                .isEqualTo(before);
        assertThat(compare()).isEmpty();
    }

    @Test
    void an_entry_that_cannot_be_understood_is_in_no_manifest() {
        PlayerId player = newPlayer();
        List<AuditEntry> entries = new ArrayList<>(entries(List.of(change(player, 1, START))));
        entries.add(new AuditEntry(player, 1, 2, 2, START, "{"));

        assertPoisonous(new AuditBatch(900, entries));
        assertPoisonous(new AuditBatch(901, List.of(new AuditEntry(player, 1, 3, 3, START, "{"))));

        assertThat(compare()).isEmpty();
        assertThat(sum.rows()).isEqualTo(PLAYERS * (30 + 4 * 6) + 1);
        assertThat(manifests()).extracting(AuditRow::position).contains(900L).doesNotContain(901L);
    }

    private void assertPoisonous(AuditBatch batch) {
        assertThatThrownBy(() -> database.audit().append(List.of(batch)).join())
                .hasCauseInstanceOf(PoisonEntriesException.class);
    }

    @Test
    void what_is_not_sealed_yet_is_not_looked_at() {
        session.execute("TRUNCATE state_change");

        assertThat(compare(null, 249)).isEmpty();
        assertThat(sum).isEqualTo(new AuditComparison(0, 0, lines()));
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
                                "item_transaction 1 of player -5 was not there when its day was"
                                        + " sealed"));
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
            default -> List.of("document = '{}'", "epoch = 99", "format = 99", "at = null");
        };
    }

    private long changeId(String table, Place place) {
        return session.execute("SELECT change_id FROM %s WHERE %s".formatted(table, place.where()))
                .all()
                .getFirst()
                .getLong(0);
    }
}
