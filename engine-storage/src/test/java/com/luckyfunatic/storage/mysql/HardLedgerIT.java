package com.luckyfunatic.storage.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.storage.mysql.HardResult.Committed;
import com.luckyfunatic.storage.mysql.HardResult.IdTaken;
import com.luckyfunatic.storage.mysql.HardResult.Superseded;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HardLedgerIT extends MySqlTestBase {
    private final OperationId id = Rows.newOperation();

    private PlayerId loaded() {
        PlayerId player = Rows.newPlayer();
        database.snapshots().load(player);
        return player;
    }

    @Test
    void a_change_is_committed_with_operation_snapshot_and_follow_ups() {
        PlayerId player = loaded();
        FollowUp followUp = Rows.followUp(Rows.newPlayer(), Rows.newOperation());
        HardChange change = Rows.withFollowUp(Rows.change(player, id, 1, 4), followUp);

        assertThat(database.ledger().commit(change)).isEqualTo(new Committed());

        assertThat(database.operations().find(player, id)).hasValue(change.operation());
        assertThat(database.snapshots().find(player)).hasValue(change.snapshot().snapshot());
        assertThat(database.followUps().pending(1_000))
                .extracting(PendingFollowUp::followUp)
                .contains(followUp);
    }

    private List<String> archived(PlayerId player) {
        List<String> found = new ArrayList<>();
        database.archive()
                .read(
                        1,
                        0,
                        entry -> {
                            if (entry.startsWith(player + " ")) {
                                found.add(entry);
                            }
                        });
        return found;
    }

    @Test
    void what_the_snapshot_contains_and_was_not_archived_is_stored_with_the_change() {
        PlayerId player = loaded();
        StoredOperation before = Rows.operation(player, Rows.newOperation(), 71, 3, false);
        FollowUp followUp = Rows.followUp(Rows.newPlayer(), Rows.newOperation());
        HardChange change = Rows.change(player, id, 1, 4);
        HardChange withBefore =
                new HardChange(
                        change.snapshot().with(Rows.unarchived(before, followUp)),
                        change.operation(),
                        List.of());

        assertThat(database.ledger().commit(withBefore)).isEqualTo(new Committed());
        assertThat(database.ledger().commit(withBefore)).isEqualTo(new Committed());

        assertThat(database.operations().find(player, before.id())).hasValue(before);
        assertThat(database.followUps().pending(1_000))
                .extracting(PendingFollowUp::followUp)
                .containsOnlyOnce(followUp);
        assertThat(archived(player)).hasSize(1);
    }

    @Test
    void of_a_superseded_change_nothing_is_stored() {
        PlayerId player = loaded();
        StoredOperation before = Rows.operation(player, Rows.newOperation(), 71, 3, false);
        FollowUp followUp = Rows.followUp(Rows.newPlayer(), Rows.newOperation());
        HardChange change = Rows.change(player, id, 1, 4);
        database.snapshots().load(player);

        assertThat(
                        database.ledger()
                                .commit(
                                        new HardChange(
                                                change.snapshot()
                                                        .with(Rows.unarchived(before, followUp)),
                                                change.operation(),
                                                List.of())))
                .isEqualTo(new Superseded(2));

        assertThat(database.operations().find(player, before.id())).isEmpty();
        assertThat(database.followUps().pending(1_000))
                .extracting(PendingFollowUp::followUp)
                .doesNotContain(followUp);
        assertThat(archived(player)).isEmpty();
    }

    @Test
    void the_same_change_again_is_committed_and_nothing_else_happens() {
        PlayerId player = loaded();
        HardChange change = Rows.change(player, id, 1, 4);
        database.ledger().commit(change);
        database.ledger().commit(Rows.change(player, Rows.newOperation(), 1, 5));

        assertThat(database.ledger().commit(change)).isEqualTo(new Committed());

        assertThat(database.snapshots().find(player).orElseThrow().sequence()).isEqualTo(5);
    }

    @Test
    void another_change_under_the_same_id_is_not_committed() {
        PlayerId player = loaded();
        HardChange first = Rows.change(player, id, 1, 4);
        database.ledger().commit(first);

        assertThat(database.ledger().commit(Rows.change(player, id, 1, 5)))
                .isEqualTo(new IdTaken());

        assertThat(database.operations().find(player, id)).hasValue(first.operation());
        assertThat(database.snapshots().find(player)).hasValue(first.snapshot().snapshot());
    }

    @Test
    void a_change_on_an_old_copy_is_superseded_by_another_one_under_its_id() {
        PlayerId player = loaded();
        HardChange slow = Rows.change(player, id, 1, 4);
        database.snapshots().load(player);
        HardChange anew = Rows.change(player, id, 2, 5);
        database.ledger().commit(anew);

        assertThat(database.ledger().commit(slow)).isEqualTo(new Superseded(2));

        assertThat(database.operations().find(player, id)).hasValue(anew.operation());
    }

    @Test
    void ids_that_differ_in_case_or_in_blanks_at_the_end_are_different() {
        PlayerId player = loaded();
        List<OperationId> ids =
                List.of(new OperationId("a"), new OperationId("A"), new OperationId("a "));

        for (OperationId each : ids) {
            HardChange change = Rows.change(player, each, 1, 1 + ids.indexOf(each));
            assertThat(database.ledger().commit(change)).isEqualTo(new Committed());
            assertThat(database.operations().find(player, each)).hasValue(change.operation());
        }
    }

    @Test
    void a_change_on_a_copy_from_before_the_last_load_is_superseded() {
        PlayerId player = loaded();
        database.snapshots().load(player);

        assertThat(database.ledger().commit(Rows.change(player, id, 1, 4)))
                .isEqualTo(new Superseded(2));

        assertThat(database.operations().find(player, id)).isEmpty();
        assertThat(database.snapshots().find(player).orElseThrow().state()).isNull();
    }

    @Test
    void a_change_that_was_committed_is_so_also_after_the_next_load() {
        PlayerId player = loaded();
        HardChange change = Rows.change(player, id, 1, 4);
        database.ledger().commit(change);
        database.snapshots().load(player);

        assertThat(database.ledger().commit(change)).isEqualTo(new Committed());
        assertThat(database.snapshots().find(player).orElseThrow().epoch()).isEqualTo(2);
    }

    @Test
    void many_callers_with_duplicates_each_get_their_own_result() {
        List<PlayerId> players = IntStream.range(0, 8).mapToObj(_ -> loaded()).toList();
        List<HardChange> changes =
                IntStream.range(0, 32)
                        .mapToObj(i ->
                                Rows.change(players.get(i % 8), Rows.newOperation(), 1, 1 + i / 8))
                        .toList();
        PlayerId old = loaded();
        database.snapshots().load(old);

        List<HardResult> results =
                Together.run(
                        96,
                        i ->
                                database.ledger()
                                        .commit(
                                                i < 64
                                                        ? changes.get(i % 32)
                                                        : Rows.change(
                                                                old, Rows.newOperation(), 1, i)));

        assertThat(results.subList(0, 64)).containsOnly(new Committed());
        assertThat(results.subList(64, 96)).containsOnly(new Superseded(2));
        for (PlayerId player : players) {
            assertThat(database.snapshots().find(player).orElseThrow().sequence()).isEqualTo(4);
        }
        for (HardChange change : changes) {
            assertThat(
                            database.operations()
                                    .find(change.operation().player(), change.operation().id()))
                    .hasValue(change.operation());
        }
    }

    @Test
    void groups_of_any_size_are_committed_with_what_was_stored_before() {
        List<HardChange> changes =
                IntStream.range(0, 150)
                        .mapToObj(_ -> Rows.change(loaded(), Rows.newOperation(), 1, 1))
                        .toList();
        Together.run(30, i -> database.ledger().commit(changes.get(i * 5)));

        List<HardResult> results = Together.run(150, i -> database.ledger().commit(changes.get(i)));

        assertThat(results).hasSize(150).containsOnly(new Committed());
        for (HardChange change : changes) {
            StoredOperation operation = change.operation();
            assertThat(database.operations().find(operation.player(), operation.id()))
                    .hasValue(operation);
            assertThat(database.snapshots().find(operation.player()))
                    .hasValue(change.snapshot().snapshot());
        }
    }

    @Test
    void of_different_changes_at_once_under_one_id_one_is_committed() {
        PlayerId player = loaded();

        List<HardResult> results =
                Together.run(24, i -> database.ledger().commit(Rows.change(player, id, 1, 1 + i)));

        assertThat(results).containsOnlyOnce(new Committed());
        assertThat(results).filteredOn(new IdTaken()::equals).hasSize(23);
    }

    @Test
    void a_change_that_the_database_refuses_does_not_fail_the_others() {
        PlayerId tooLong = loaded();
        HardChange wrong = Rows.change(tooLong, id, 1, 1);
        StoredOperation operation = wrong.operation();
        HardChange refused =
                new HardChange(
                        wrong.snapshot(),
                        new StoredOperation(
                                tooLong,
                                operation.id(),
                                operation.changeId(),
                                1,
                                "x".repeat(65),
                                operation.answer(),
                                null,
                                Rows.AT,
                                true),
                        List.of());
        List<PlayerId> players = IntStream.range(0, 40).mapToObj(_ -> loaded()).toList();

        List<Object> results =
                Together.run(
                        40,
                        i -> {
                            try {
                                return database.ledger()
                                        .commit(
                                                i % 4 == 0
                                                        ? refused
                                                        : Rows.change(
                                                                players.get(i),
                                                                Rows.newOperation(),
                                                                1,
                                                                1));
                            } catch (StorageUnavailableException e) {
                                return "refused";
                            }
                        });

        assertThat(results).filteredOn("refused"::equals).hasSize(10);
        assertThat(results).filteredOn(new Committed()::equals).hasSize(30);
    }

    @Test
    void a_player_whom_somebody_else_has_locked_does_not_hold_the_others_up() throws SQLException {
        PlayerId locked = loaded();
        PlayerId free = loaded();
        try (Connection other = DriverManager.getConnection(ConnectionPool.jdbcUrl(settings));
                PreparedStatement lock =
                        other.prepareStatement(
                                "SELECT * FROM player_snapshot WHERE player_id = ? FOR UPDATE")) {
            other.setAutoCommit(false);
            lock.setLong(1, locked.value());
            lock.executeQuery().close();

            List<Object> results =
                    Together.run(
                            2,
                            i -> {
                                try {
                                    PlayerId player = i == 0 ? locked : free;
                                    return database.ledger()
                                            .commit(Rows.change(player, Rows.newOperation(), 1, 1));
                                } catch (StorageUnavailableException e) {
                                    return "in the way";
                                }
                            });
            assertThat(results).containsExactly("in the way", new Committed());
            other.rollback();
        }
        assertThat(database.ledger().commit(Rows.change(locked, id, 1, 1)))
                .isEqualTo(new Committed());
    }

    @Test
    void flushes_loads_and_hard_changes_at_once_end_with_the_latest() {
        List<PlayerId> players = IntStream.range(0, 10).mapToObj(_ -> loaded()).toList();

        Together.run(
                200,
                i -> {
                    PlayerId player = players.get(i % 10);
                    return i % 2 == 0
                            ? database.ledger()
                                    .commit(Rows.change(player, Rows.newOperation(), 1, 1 + i))
                            : database.snapshots().flush(List.of(Rows.snapshot(player, 1, 1 + i)));
                });

        for (int i = 0; i < 10; i++) {
            assertThat(database.snapshots().find(players.get(i)).orElseThrow().sequence())
                    .isEqualTo(191 + i);
        }
    }

    @Test
    void a_closed_ledger_refuses_and_has_kept_what_it_accepted() {
        PlayerId player = loaded();
        HardChange kept = Rows.change(player, id, 1, 1);
        MySqlDatabase other = MySqlDatabase.open(settings);
        assertThat(other.ledger().commit(kept)).isEqualTo(new Committed());
        other.close();

        assertThatThrownBy(() -> other.ledger().commit(kept))
                .isInstanceOf(StorageUnavailableException.class);
        assertThat(database.operations().find(player, id)).hasValue(kept.operation());
    }
}
