package com.luckyfunatic.storage.scylla;

import static com.luckyfunatic.storage.scylla.AuditSamples.HOUR;
import static com.luckyfunatic.storage.scylla.AuditSamples.START;
import static com.luckyfunatic.storage.scylla.AuditSamples.change;
import static com.luckyfunatic.storage.scylla.AuditSamples.entries;
import static com.luckyfunatic.storage.scylla.AuditSamples.newPlayer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.devservers.CassandraServer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What happens while the database is away, and after. */
@WithOwnServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class OutageIT {
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(2);

    /** What a request may take at most: its own time, that of a permit, and the margin. */
    private static final Duration IN_TIME = REQUEST_TIMEOUT.multipliedBy(2).plusSeconds(3);

    private final CassandraServer server;
    private final ScyllaSettings settings;
    private final ScyllaDatabase database;
    private final AuditTrail audit;

    OutageIT(OwnServers servers) {
        server = servers.cassandra();
        ScyllaSettings patient =
                TestSettings.at(server.address(), CassandraServer.DATA_CENTER, "outage");
        ScyllaDatabase.open(patient).close();
        settings = patient.with(REQUEST_TIMEOUT, 64);
        database = ScyllaDatabase.open(settings);
        audit = database.audit();
    }

    @AfterEach
    void serverIsBack() {
        if (!server.isRunning()) {
            server.restart();
        }
        server.resume();
        awaitAvailable();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void opening_says_the_same_each_time_while_nobody_answers() {
        server.kill();

        String first = reasonOfNotOpening();

        assertThat(first).contains(server.address().toString());
        assertThat(reasonOfNotOpening()).isEqualTo(first);
    }

    private @Nullable String reasonOfNotOpening() {
        return assertThatThrownBy(() -> ScyllaDatabase.open(settings))
                .isInstanceOf(StorageUnavailableException.class)
                .actual()
                .getMessage();
    }

    @Test
    void appends_before_and_after_a_kill_are_stored_once() {
        PlayerId player = newPlayer();
        List<StateChange> changes = changes(player, 60);
        audit.append(entries(changes.subList(0, 40))).join();

        server.kill();
        assertUnavailable(() -> audit.append(entries(changes)).join());
        assertUnavailable(() -> audit.changes(player, Long.MAX_VALUE, 100));
        assertUnavailable(database::checkAvailable);
        server.restart();
        awaitAvailable();
        audit.append(entries(changes)).join();

        assertHistory(changes);
    }

    /**
     * A server that syncs its log now and then loses the end of it, as far as it was not synced.
     */
    @Test
    void what_a_killed_server_has_forgotten_is_found_when_it_is_appended_again() {
        PlayerId player = newPlayer();
        List<StateChange> changes = changes(player, 20);
        audit.append(entries(changes)).join();

        server.kill();
        server.restart();
        awaitAvailable();
        audit.append(entries(changes)).join();

        assertHistory(changes);
    }

    @Test
    void an_append_that_the_server_dies_in_says_so_and_succeeds_when_repeated() {
        PlayerId player = newPlayer();
        List<StateChange> changes = changes(player, 5_000);
        List<AuditEntry> entries = entries(changes);
        CompletableFuture<Void> appending =
                CompletableFuture.runAsync(() -> audit.append(entries).join());

        server.kill();
        assertUnavailable(appending::join);
        server.restart();
        awaitAvailable();
        for (int from = 0; from < entries.size(); from += 1_000) {
            audit.append(entries.subList(from, from + 1_000)).join();
        }

        long stored =
                audit.days(player).stream().mapToLong(day -> audit.changesOn(player, day)).sum();
        assertThat(stored).isEqualTo(changes.size());
    }

    @Test
    void a_server_that_does_not_answer_holds_nobody_up() {
        PlayerId player = newPlayer();
        List<StateChange> changes = changes(player, 1_000);
        audit.append(entries(changes.subList(0, 10))).join();

        server.pause();
        assertInTime(Duration.ofSeconds(2), database::checkAvailable);
        assertInTime(IN_TIME, () -> audit.append(entries(changes)).join());
        assertInTime(IN_TIME, () -> audit.changes(player, Long.MAX_VALUE, 100));
        assertInTime(IN_TIME, () -> audit.changesOn(player, Days.of(START)));
        server.resume();
        awaitAvailable();
        audit.append(entries(changes)).join();

        assertThat(audit.days(player).stream().mapToLong(day -> audit.changesOn(player, day)).sum())
                .isEqualTo(1_000);
    }

    @Test
    void it_opens_only_where_a_server_answers() {
        server.pause();
        assertInTime(Duration.ofSeconds(20), () -> ScyllaDatabase.open(settings));
        server.kill();
        assertInTime(Duration.ofSeconds(20), () -> ScyllaDatabase.open(settings));
    }

    @Test
    void it_closes_while_the_server_does_not_answer() {
        ScyllaDatabase other = ScyllaDatabase.open(settings);
        server.pause();
        long start = System.nanoTime();

        other.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    private void assertHistory(List<StateChange> changes) {
        PlayerId player = changes.getFirst().player();
        assertThat(sequences(audit.changes(player, Long.MAX_VALUE, 100).items()))
                .isEqualTo(sequences(changes.reversed()));
    }

    private static List<Long> sequences(List<StateChange> changes) {
        return changes.stream().map(StateChange::sequence).toList();
    }

    private void awaitAvailable() {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (true) {
            try {
                database.checkAvailable();
                return;
            } catch (StorageUnavailableException e) {
                if (System.nanoTime() - deadline > 0) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    private static void assertInTime(Duration limit, ThrowingCallable call) {
        long start = System.nanoTime();
        assertUnavailable(call);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(limit);
    }

    private static void assertUnavailable(ThrowingCallable call) {
        assertThatThrownBy(call)
                .satisfies(e ->
                        assertThat(e instanceof CompletionException ? e.getCause() : e)
                                .isInstanceOf(StorageUnavailableException.class));
    }

    private static List<StateChange> changes(PlayerId player, int number) {
        List<StateChange> changes = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            changes.add(change(player, i + 1, START + i * HOUR / 100));
        }
        return changes;
    }
}
