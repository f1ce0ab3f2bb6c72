package com.luckyfunatic.storage.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.FollowUpQueue.Dropped;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.storage.mysql.ArchiveResult.Archived;
import com.luckyfunatic.storage.mysql.ArchiveResult.OutOfDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeArchiveIT extends MySqlTestBase {
    private static final List<String> ENTRIES = List.of("{\"a\":1}", "", "Zoë 🦊");

    private static ArchiveBatch batch(int partition, long generation, String first, long millis) {
        return batch(partition, generation, first, millis, List.of(), List.of());
    }

    private static ArchiveBatch batch(
            int partition,
            long generation,
            String first,
            long millis,
            List<StoredOperation> operations,
            List<CalledFor> followUps) {
        return new ArchiveBatch(
                partition,
                generation,
                first,
                first + "-9",
                millis,
                Rows.newChange(),
                ENTRIES,
                operations,
                followUps);
    }

    private List<String> read(int partition, long fromMillis) {
        List<String> entries = new ArrayList<>();
        database.archive().read(partition, fromMillis, entries::add);
        return entries;
    }

    @Test
    void a_batch_is_read_again_with_what_it_kept_besides() {
        PlayerId player = Rows.newPlayer();
        StoredOperation operation =
                Rows.operation(player, Rows.newOperation(), Rows.newChange(), 3, false);
        FollowUp followUp = Rows.followUp(Rows.newPlayer(), Rows.newOperation());

        assertThat(
                        database.archive()
                                .archive(
                                        batch(
                                                1,
                                                1,
                                                "1-0",
                                                Rows.AT,
                                                List.of(operation),
                                                List.of(new CalledFor(followUp, Rows.AT)))))
                .isEqualTo(new Archived());

        assertThat(read(1, Rows.AT)).isEqualTo(ENTRIES);
        assertThat(read(1, Rows.AT + 1)).isEmpty();
        assertThat(read(2, 0)).isEmpty();
        assertThat(database.operations().find(player, operation.id())).hasValue(operation);
        assertThat(database.followUps().pending(1_000))
                .extracting(PendingFollowUp::followUp)
                .contains(followUp);
    }

    @Test
    void what_was_dropped_is_not_queued_again_by_what_is_archived_later() {
        FollowUp followUp = Rows.followUp(Rows.newPlayer(), Rows.newOperation());
        List<CalledFor> calledFor = List.of(new CalledFor(followUp, Rows.AT));
        database.archive().archive(batch(22, 1, "5-0", Rows.AT, List.of(), calledFor));
        PendingFollowUp waits =
                database.followUps()
                        .findWaiting(followUp.player(), followUp.operationId())
                        .orElseThrow();
        assertThat(waits.queuedAtMillis()).isEqualTo(Rows.AT);
        Dropped dropped =
                database.followUps().drop(followUp, OperationId.own("plan:p1"), Rows.AT + 5);
        database.followUps().complete(waits);

        database.archive().archive(batch(22, 1, "6-0", Rows.AT, List.of(), calledFor));

        assertThat(database.followUps().pending(1_000))
                .extracting(PendingFollowUp::followUp)
                .doesNotContain(followUp);
        assertThat(database.followUps().dropped(followUp.player(), followUp.operationId()))
                .contains(dropped);
    }

    @Test
    void the_same_batch_again_changes_nothing() {
        ArchiveBatch batch = batch(3, 1, "1-0", Rows.AT);
        database.archive().archive(batch);

        assertThat(database.archive().archive(batch)).isEqualTo(new Archived());

        assertThat(read(3, 0)).isEqualTo(ENTRIES);
    }

    @Test
    void a_batch_from_before_a_loss_is_not_archived_and_leaves_nothing() {
        PlayerId player = Rows.newPlayer();
        StoredOperation operation = Rows.operation(player, Rows.newOperation(), 3);
        database.partitions().raise(Set.of(4));

        assertThat(
                        database.archive()
                                .archive(
                                        batch(4, 1, "1-0", Rows.AT, List.of(operation), List.of())))
                .isEqualTo(new OutOfDate(2));

        assertThat(read(4, 0)).isEmpty();
        assertThat(database.operations().find(player, operation.id())).isEmpty();
    }

    @Test
    void of_several_partitions_at_once_only_those_are_archived_that_have_lost_nothing() {
        PlayerId player = Rows.newPlayer();
        List<StoredOperation> operations =
                IntStream.range(0, 4)
                        .mapToObj(i -> Rows.operation(player, Rows.newOperation(), i + 3))
                        .toList();
        List<FollowUp> followUps =
                IntStream.range(0, 4)
                        .mapToObj(_ -> Rows.followUp(Rows.newPlayer(), Rows.newOperation()))
                        .toList();
        List<Integer> places = List.of(15, 13, 14, 13);
        database.partitions().raise(Set.of(13));
        List<ArchiveBatch> batches =
                IntStream.range(0, 4)
                        .mapToObj(i ->
                                batch(
                                        places.get(i),
                                        1 + i / 3,
                                        i + "-0",
                                        Rows.AT,
                                        List.of(operations.get(i)),
                                        List.of(new CalledFor(followUps.get(i), Rows.AT))))
                        .toList();

        assertThat(database.archive().archive(batches))
                .containsExactly(new Archived(), new OutOfDate(2), new Archived(), new Archived());

        for (int partition = 13; partition <= 15; partition++) {
            assertThat(read(partition, 0)).isEqualTo(ENTRIES);
        }
        assertThat(operations)
                .extracting(each -> database.operations().find(player, each.id()).isPresent())
                .containsExactly(true, false, true, true);
        assertThat(database.followUps().pending(1_000))
                .extracting(PendingFollowUp::followUp)
                .contains(followUps.get(0), followUps.get(2), followUps.get(3))
                .doesNotContain(followUps.get(1));
        assertThat(database.archive().archive(List.of())).isEmpty();
    }

    @Test
    void the_answer_that_a_hard_change_gave_stays() {
        PlayerId player = Rows.newPlayer();
        HardChange change = Rows.change(player, Rows.newOperation(), 1, 1);
        database.ledger().commit(change);
        StoredOperation other = Rows.operation(player, change.operation().id(), 9);

        database.archive().archive(batch(5, 1, "1-0", Rows.AT, List.of(other), List.of()));

        assertThat(database.operations().find(player, other.id())).hasValue(change.operation());
    }

    @Test
    void more_batches_than_one_page_are_read_in_order() {
        List<String> firsts = IntStream.range(0, 45).mapToObj(i -> i + "-0").toList();
        for (String first : firsts) {
            database.archive()
                    .archive(
                            new ArchiveBatch(
                                    6,
                                    1,
                                    first,
                                    first,
                                    Rows.AT,
                                    1,
                                    List.of(first),
                                    List.of(),
                                    List.of()));
        }

        assertThat(read(6, 0)).isEqualTo(firsts);
    }

    @Test
    void raising_the_generation_and_archiving_at_once_leaves_no_batch_in_between() {
        // On a busy machine the one that raises it might be the first of all.
        CompletableFuture<ArchiveResult> firstArchived = new CompletableFuture<>();
        List<ArchiveResult> results =
                Together.run(
                        20,
                        i -> {
                            if (i == 10) {
                                firstArchived.orTimeout(30, TimeUnit.SECONDS).join();
                                database.partitions().raise(Set.of(7));
                                return new OutOfDate(2);
                            }
                            ArchiveResult result =
                                    database.archive().archive(batch(7, 1, i + "-0", Rows.AT));
                            firstArchived.complete(result);
                            return result;
                        });

        assertThat(results).containsOnly(new Archived(), new OutOfDate(2));
        long archived = results.stream().filter(new Archived()::equals).count();
        assertThat(read(7, 0)).hasSize((int) archived * ENTRIES.size());
    }

    private void confirmAll(int partition) {
        database.archive().confirm(database.archive().unconfirmedTo(partition, Long.MAX_VALUE));
    }

    private void cleanAll(long nowMillis) {
        cleanAll(nowMillis, Long.MAX_VALUE);
    }

    private void cleanAll(long nowMillis, long sealedTo) {
        boolean more = true;
        while (more) {
            more = database.archive().clean(nowMillis, sealedTo);
        }
    }

    private static ArchiveBatch changeOf(int partition, PlayerId player, long sequence) {
        long change = Rows.newChange();
        return new ArchiveBatch(
                partition,
                1,
                change + "-0",
                change + "-0",
                Rows.AT - 1,
                change,
                List.of(player + " 1 1 " + sequence + " " + change + "\nthe change"),
                List.of(),
                List.of());
    }

    @Test
    void what_is_two_days_old_and_audited_is_deleted() {
        long now = Rows.AT + ChangeArchive.KEPT.toMillis();
        database.archive().archive(batch(8, 1, "1-0", Rows.AT - 1));
        database.archive().archive(batch(8, 1, "2-0", Rows.AT));
        confirmAll(8);

        cleanAll(now);

        assertThat(read(8, 0)).isEqualTo(ENTRIES);
    }

    @Test
    void what_is_not_sealed_is_not_deleted() {
        long now = Rows.AT + ChangeArchive.KEPT.toMillis();
        database.archive().archive(batch(19, 1, "1-0", Rows.AT - 1));
        long first = database.archive().unconfirmedTo(19, Long.MAX_VALUE).getFirst();
        database.archive().archive(batch(19, 1, "2-0", Rows.AT - 1));
        confirmAll(19);

        cleanAll(now, first);
        assertThat(read(19, 0)).isEqualTo(ENTRIES);

        cleanAll(now);
        assertThat(read(19, 0)).isEmpty();
    }

    @Test
    void what_the_audit_may_lack_is_not_deleted() {
        long now = Rows.AT + ChangeArchive.KEPT.toMillis();
        database.archive().archive(batch(10, 1, "1-0", Rows.AT - 1));

        cleanAll(now);

        assertThat(read(10, 0)).isEqualTo(ENTRIES);
        confirmAll(10);
        cleanAll(now);
        assertThat(read(10, 0)).isEmpty();
    }

    @Test
    void what_a_snapshot_lacks_is_not_deleted_and_does_not_keep_others_from_it() {
        long now = Rows.AT + ChangeArchive.KEPT.toMillis();
        PlayerId behind = Rows.newPlayer();
        PlayerId unknown = Rows.newPlayer();
        PlayerId covered = Rows.newPlayer();
        database.snapshots()
                .flush(List.of(Rows.snapshot(behind, 1, 4), Rows.snapshot(covered, 1, 5)));
        for (int i = 0; i < 30; i++) {
            database.archive().archive(changeOf(11, behind, 5));
        }
        database.archive().archive(changeOf(11, unknown, 5));
        database.archive().archive(changeOf(11, covered, 5));
        confirmAll(11);

        cleanAll(now);

        assertThat(read(11, 0)).hasSize(31).noneMatch(entry -> entry.startsWith(covered + " "));
        database.snapshots()
                .flush(List.of(Rows.snapshot(behind, 1, 5), Rows.snapshot(unknown, 1, 9)));
        cleanAll(now);
        assertThat(read(11, 0)).isEmpty();
    }

    @Test
    void unconfirmed_batches_are_handed_out_in_order_until_they_are_confirmed() {
        for (int i = 0; i < 5; i++) {
            database.archive().archive(batch(12, 1, i + "-0", Rows.AT));
        }

        List<ArchivedBatch> first = database.archive().unconfirmed(12, 0, 3);
        assertThat(first).hasSize(3).extracting(ArchivedBatch::entries).containsOnly(ENTRIES);
        assertThat(database.archive().unconfirmed(12, first.getLast().id(), 3)).hasSize(2);

        List<Long> ids = first.stream().map(ArchivedBatch::id).toList();
        database.archive().confirm(ids.subList(0, 2));
        assertThat(database.archive().unconfirmedTo(12, ids.getLast()))
                .containsExactly(ids.getLast());
        assertThat(database.archive().unconfirmed(12, 0, 10)).hasSize(3);
    }

    @Test
    void unconfirmed_batches_of_several_partitions_are_handed_out_oldest_first() {
        for (int i = 0; i < 6; i++) {
            database.archive().archive(batch(20, 1, i + "-0", Rows.AT));
        }
        database.archive().archive(batch(21, 1, "0-0", Rows.AT));
        List<Long> ids = database.archive().unconfirmedTo(20, Long.MAX_VALUE);
        long last = database.archive().unconfirmedTo(21, Long.MAX_VALUE).getFirst();

        var two = waiting(Map.of(20, 0L, 21, 0L, 22, 0L), ENTRIES.size() + 1);
        assertThat(two.batches().keySet()).containsExactly(20);
        assertThat(two.batches().get(20))
                .containsExactly(
                        new ArchivedBatch(ids.get(0), ENTRIES),
                        new ArchivedBatch(ids.get(1), ENTRIES));
        assertThat(two.more()).containsExactly(20, 21);

        var four = waiting(Map.of(20, 0L, 21, 0L, 22, 0L), Integer.MAX_VALUE);
        assertThat(four.batches().get(20))
                .extracting(ArchivedBatch::id)
                .isEqualTo(ids.subList(0, 4));
        assertThat(four.batches().get(21)).containsExactly(new ArchivedBatch(last, ENTRIES));
        assertThat(four.more()).containsExactly(20);

        database.archive().confirm(List.of(ids.get(4)));
        var behind = waiting(Map.of(20, ids.get(3), 21, last), Integer.MAX_VALUE);
        assertThat(behind.batches())
                .containsOnly(entry(20, List.of(new ArchivedBatch(ids.get(5), ENTRIES))));
        assertThat(behind.more()).isEmpty();
    }

    private record Unpacked(Map<Integer, List<ArchivedBatch>> batches, Set<Integer> more) {}

    private Unpacked waiting(Map<Integer, Long> positions, int entries) {
        var waiting = database.archive().unconfirmed(positions, entries);
        Map<Integer, List<ArchivedBatch>> batches = new TreeMap<>();
        waiting.batches()
                .forEach((partition, packed) ->
                        batches.put(
                                partition,
                                packed.stream().map(ChangeArchive.Packed::unpack).toList()));
        return new Unpacked(batches, waiting.more());
    }

    @Test
    void the_greatest_id_covers_archived_and_hard_changes() {
        ArchiveBatch batch = batch(9, 1, "1-0", Rows.AT);
        database.archive().archive(batch);
        assertThat(database.greatestId()).isGreaterThanOrEqualTo(batch.greatestId());

        HardChange change = Rows.change(Rows.newPlayer(), Rows.newOperation(), 1, 1);
        database.ledger().commit(change);
        assertThat(database.greatestId()).isGreaterThanOrEqualTo(change.operation().changeId());
    }

    @Test
    void a_partition_that_does_not_exist_and_an_empty_batch_are_mistakes() {
        assertThatThrownBy(() -> database.archive().archive(batch(128, 1, "1-0", Rows.AT)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new ArchiveBatch(1, 1, "1", "1", 1, 1, List.of(), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
