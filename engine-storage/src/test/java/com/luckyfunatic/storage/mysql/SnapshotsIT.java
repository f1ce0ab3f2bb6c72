package com.luckyfunatic.storage.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.Together;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SnapshotsIT extends MySqlTestBase {
    private final PlayerId player = Rows.newPlayer();

    @Test
    void a_player_who_has_no_state_is_loaded_as_empty_and_has_an_epoch() {
        assertThat(database.snapshots().find(player)).isEmpty();

        assertThat(database.snapshots().load(player))
                .isEqualTo(new Snapshot(player, 1, 0, 0, 0, 0, null));
        assertThat(database.snapshots().load(player).epoch()).isEqualTo(2);
    }

    @Test
    void what_was_flushed_is_loaded_under_the_next_epoch() {
        PlayerId known = Rows.newPlayer();
        database.snapshots().load(known);
        Snapshot flushed = Rows.snapshot(known, 1, 7).snapshot();

        assertThat(database.snapshots().flush(List.of(Rows.snapshot(known, 1, 7)))).isEmpty();

        assertThat(database.snapshots().find(known)).hasValue(flushed);
        assertThat(database.snapshots().load(known))
                .isEqualTo(
                        new Snapshot(
                                known,
                                2,
                                7,
                                flushed.generation(),
                                flushed.atMillis(),
                                flushed.format(),
                                flushed.state()));
    }

    @Test
    void a_copy_from_before_the_last_load_is_stale_however_far_it_is() {
        PlayerId loaded = Rows.newPlayer();
        database.snapshots().load(loaded);
        database.snapshots().load(loaded);

        assertThat(database.snapshots().flush(List.of(Rows.snapshot(loaded, 1, 99))))
                .containsExactly(loaded);
        assertThat(database.snapshots().find(loaded).orElseThrow().state()).isNull();
    }

    @Test
    void what_was_not_archived_is_stored_with_the_snapshot_and_not_with_a_stale_one() {
        PlayerId current = Rows.newPlayer();
        PlayerId stale = Rows.newPlayer();
        database.snapshots().load(stale);
        database.snapshots().load(stale);
        List<SnapshotWrite> writes = new ArrayList<>();
        List<StoredOperation> operations = new ArrayList<>();
        for (PlayerId each : List.of(current, stale)) {
            StoredOperation operation = Rows.operation(each, Rows.newOperation(), 71, 3, false);
            operations.add(operation);
            writes.add(
                    Rows.snapshot(each, 1, 3)
                            .with(
                                    Rows.unarchived(
                                            operation,
                                            Rows.followUp(current, Rows.newOperation()))));
        }

        assertThat(database.snapshots().flush(writes)).containsExactly(stale);

        assertThat(database.operations().find(current, operations.getFirst().id()))
                .hasValue(operations.getFirst());
        assertThat(database.operations().find(stale, operations.getLast().id())).isEmpty();
        List<String> archived = new ArrayList<>();
        database.archive().read(1, 0, archived::add);
        assertThat(archived).anyMatch(entry -> entry.startsWith(current + " "));
        assertThat(archived).noneMatch(entry -> entry.startsWith(stale + " "));
    }

    @Test
    void an_older_state_of_the_same_epoch_is_stale_and_the_same_one_is_not() {
        PlayerId flushed = Rows.newPlayer();
        long epoch = database.snapshots().load(flushed).epoch();
        database.snapshots().flush(List.of(Rows.snapshot(flushed, epoch, 8)));

        assertThat(database.snapshots().flush(List.of(Rows.snapshot(flushed, epoch, 7))))
                .containsExactly(flushed);
        assertThat(database.snapshots().flush(List.of(Rows.snapshot(flushed, epoch, 8)))).isEmpty();
        assertThat(database.snapshots().find(flushed).orElseThrow().sequence()).isEqualTo(8);
    }

    @Test
    void more_than_one_transaction_holds_are_flushed_and_only_the_stale_ones_are_named() {
        List<PlayerId> players = IntStream.range(0, 1_201).mapToObj(_ -> Rows.newPlayer()).toList();
        database.snapshots().load(players.get(700));
        database.snapshots().load(players.get(700));
        List<SnapshotWrite> writes = new ArrayList<>();
        players.forEach(each -> writes.add(Rows.snapshot(each, 1, 5)));
        Collections.shuffle(writes, new Random(1));

        assertThat(database.snapshots().flush(writes)).isEqualTo(Set.of(players.get(700)));

        for (int i : new int[] {0, 499, 500, 1_200}) {
            assertThat(database.snapshots().find(players.get(i)))
                    .hasValue(Rows.snapshot(players.get(i), 1, 5).snapshot());
        }
    }

    @Test
    void every_one_of_many_loads_at_once_gets_an_epoch_of_its_own() {
        PlayerId wanted = Rows.newPlayer();

        List<Long> epochs = Together.run(32, _ -> database.snapshots().load(wanted).epoch());

        assertThat(epochs)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 32).boxed().toList());
    }

    @Test
    void of_many_flushes_at_once_in_any_order_the_latest_stays() {
        List<PlayerId> players = IntStream.range(0, 40).mapToObj(_ -> Rows.newPlayer()).toList();
        players.forEach(each -> database.snapshots().load(each));

        Together.run(
                16,
                number -> {
                    List<SnapshotWrite> writes = new ArrayList<>();
                    players.forEach(each -> writes.add(Rows.snapshot(each, 1, number + 1)));
                    Collections.shuffle(writes, new Random(number));
                    return database.snapshots().flush(writes);
                });

        for (PlayerId each : players) {
            assertThat(database.snapshots().find(each))
                    .hasValue(Rows.snapshot(each, 1, 16).snapshot());
        }
    }
}
