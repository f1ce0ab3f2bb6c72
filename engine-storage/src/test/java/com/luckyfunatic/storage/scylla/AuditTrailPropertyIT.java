package com.luckyfunatic.storage.scylla;

import static com.luckyfunatic.storage.scylla.AuditSamples.DAY;
import static com.luckyfunatic.storage.scylla.AuditSamples.HOUR;
import static com.luckyfunatic.storage.scylla.AuditSamples.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.testkit.Seeds;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.storage.scylla.AuditFact.ItemTransaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated lives, appended in any order, in pieces and again, beside a list in memory. */
@WithCassandra
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTrailPropertyIT {
    private static final long[] PAUSES = {0, 0, 1, 60_000, HOUR, 5 * HOUR, DAY - 1, DAY, 3 * DAY};

    private static final Comparator<StateChange> LATEST_FIRST =
            Comparator.comparingLong(StateChange::sequence)
                    .thenComparingLong(StateChange::id)
                    .reversed();

    private final List<ScyllaDatabase> programs;

    AuditTrailPropertyIT(CassandraAddress address) {
        ScyllaSettings settings = TestSettings.at(address);
        programs = List.of(ScyllaDatabase.open(settings), ScyllaDatabase.open(settings));
    }

    @AfterAll
    void close() {
        programs.forEach(ScyllaDatabase::close);
    }

    static LongStream seeds() {
        return Seeds.all();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void reads_find_what_a_list_would_hold(long seed) {
        Random random = Random.from(Seeds.random(seed));
        PlayerId player = AuditSamples.newPlayer();
        List<StateChange> history = life(random, player);
        List<StateChange> superseded = superseded(random, history);
        append(random, history, superseded);

        List<StateChange> all = new ArrayList<>(history);
        all.addAll(superseded);
        all.sort(LATEST_FIRST);
        for (int i = 0; i < 10; i++) {
            compareHistory(random, player, history);
            compareSpan(random, player, all);
        }
        compareDays(player, all);
    }

    private static List<StateChange> life(Random random, PlayerId player) {
        List<StateChange> changes = new ArrayList<>();
        long at = START;
        int number = random.nextInt(150);
        for (int sequence = 1; sequence <= number; sequence++) {
            at += PAUSES[random.nextInt(PAUSES.length)];
            changes.add(
                    random.nextInt(5) == 0
                            ? AuditSamples.itemChange(player, sequence, at)
                            : AuditSamples.change(player, sequence, at));
        }
        return changes;
    }

    /** Changes that lost their place to one of a later epoch at the same time. */
    private static List<StateChange> superseded(Random random, List<StateChange> history) {
        return history.stream()
                .filter(_ -> random.nextInt(20) == 0)
                .map(change ->
                        AuditSamples.change(change.player(), change.sequence(), change.atMillis()))
                .toList();
    }

    private void append(Random random, List<StateChange> history, List<StateChange> superseded) {
        List<AuditEntry> entries = new ArrayList<>();
        history.forEach(change -> entries.add(AuditSamples.entry(change, 9)));
        superseded.forEach(change -> entries.add(AuditSamples.entry(change, 8)));
        if (random.nextBoolean()) {
            Collections.shuffle(entries, random);
        }
        int from = 0;
        while (from < entries.size()) {
            int to = Math.min(entries.size(), from + 1 + random.nextInt(40));
            audit(random).append(entries.subList(from, to)).join();
            // Some are delivered again, by this program or another.
            from = random.nextInt(3) == 0 ? from + random.nextInt(to - from) : to;
        }
    }

    private AuditTrail audit(Random random) {
        return programs.get(random.nextInt(programs.size())).audit();
    }

    private void compareHistory(Random random, PlayerId player, List<StateChange> history) {
        long before = random.nextBoolean() ? Long.MAX_VALUE : random.nextInt(history.size() + 3);
        int limit = 1 + random.nextInt(Page.LIMIT_MAX);
        List<StateChange> expected =
                history.reversed().stream().filter(each -> each.sequence() < before).toList();

        assertThat(audit(random).changes(player, before, limit))
                .isEqualTo(Page.ofOneMore(expected, limit));
    }

    private void compareSpan(Random random, PlayerId player, List<StateChange> all) {
        long from = START + random.nextLong(-DAY, 60 * DAY);
        long to = from + random.nextLong(60 * DAY);
        int limit = 1 + random.nextInt(30);
        AuditTrail audit = audit(random);
        List<StateChange> expected =
                all.stream()
                        .filter(each -> from <= each.atMillis() && each.atMillis() < to)
                        .toList();

        List<StateChange> changes = new ArrayList<>();
        AuditPosition before = AuditPosition.LATEST;
        Page<StateChange> page;
        do {
            page = audit.changes(player, from, to, before, limit);
            changes.addAll(page.items());
            before = changes.isEmpty() ? before : AuditPosition.of(changes.getLast());
        } while (page.hasMore());

        assertThat(changes).isEqualTo(expected);
        assertThat(items(audit, player, from, to, limit))
                .isEqualTo(
                        expected.stream().flatMap(each -> AuditFacts.of(each).stream()).toList());
    }

    private static List<ItemTransaction> items(
            AuditTrail audit, PlayerId player, long from, long to, int limit) {
        List<ItemTransaction> items = new ArrayList<>();
        AuditPosition before = AuditPosition.LATEST;
        Page<ItemTransaction> page;
        do {
            page = audit.itemTransactions(player, from, to, before, limit);
            items.addAll(page.items());
            before = items.isEmpty() ? before : items.getLast().position();
        } while (page.hasMore());
        return items;
    }

    private void compareDays(PlayerId player, List<StateChange> all) {
        AuditTrail audit = programs.getFirst().audit();
        assertThat(audit.days(player))
                .isEqualTo(all.stream().map(each -> Days.of(each.atMillis())).distinct().toList());
        for (var day : audit.days(player)) {
            assertThat(audit.changesOn(player, day))
                    .isEqualTo(
                            all.stream()
                                    .filter(each -> Days.of(each.atMillis()).equals(day))
                                    .count());
        }
    }
}
