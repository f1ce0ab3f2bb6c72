package com.luckyfunatic.storage.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.devservers.MariaDbServer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import com.luckyfunatic.storage.mysql.HardResult.Committed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens while the server is killed, or frozen. */
@WithOwnServers
class OutagesIT {
    private static final int CALLERS = 64;

    private MariaDbServer server;
    private MySqlSettings settings;
    private MySqlDatabase database;
    private List<PlayerId> players;

    @SuppressWarnings("NullAway.Init") // before each test
    OutagesIT() {}

    @BeforeEach
    void open(OwnServers servers) {
        server = servers.mariaDb();
        settings = MySqlSettings.of(server.jdbcUrl("game"), "", "");
        database = MySqlDatabase.open(settings);
        players = IntStream.range(0, CALLERS).mapToObj(_ -> Rows.newPlayer()).toList();
        players.forEach(player -> database.snapshots().load(player));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothing_acknowledged_is_lost_when_the_server_is_killed_and_repeats_succeed() {
        Map<HardChange, Boolean> acknowledged = new ConcurrentHashMap<>();
        AtomicInteger rounds = new AtomicInteger();

        List<List<HardChange>> changes =
                Together.run(
                        CALLERS + 1,
                        caller -> {
                            if (caller == CALLERS) {
                                killAgainAndAgain(acknowledged);
                                rounds.set(-1);
                                return List.of();
                            }
                            return IntStream.iterate(1, _ -> rounds.get() == 0, i -> i + 1)
                                    .mapToObj(sequence -> commit(caller, sequence, acknowledged))
                                    .toList();
                        });

        assertThat(acknowledged).isNotEmpty();
        // What is there is asked with patience: how fast a busy machine answers says nothing of it.
        try (MySqlDatabase patient = MySqlDatabase.open(settings.within(TestMySql.PATIENCE))) {
            for (HardChange change : acknowledged.keySet()) {
                assertThat(stored(patient, change)).isEqualTo(change.operation());
            }
            for (HardChange change : changes.stream().flatMap(List::stream).toList()) {
                assertThat(patient.ledger().commit(change)).isEqualTo(new Committed());
                assertThat(stored(patient, change)).isEqualTo(change.operation());
            }
        }
    }

    private static StoredOperation stored(MySqlDatabase asked, HardChange change) {
        StoredOperation operation = change.operation();
        return asked.operations().find(operation.player(), operation.id()).orElseThrow();
    }

    private HardChange commit(int caller, int sequence, Map<HardChange, Boolean> acknowledged) {
        HardChange change = Rows.change(players.get(caller), Rows.newOperation(), 1, sequence);
        try {
            if (database.ledger().commit(change) instanceof Committed) {
                acknowledged.put(change, true);
            }
        } catch (StorageUnavailableException e) {
            // Unknown: it is repeated at the end.
        }
        return change;
    }

    private void killAgainAndAgain(Map<HardChange, Boolean> acknowledged) {
        for (int kill = 0; kill < 4; kill++) {
            int before = acknowledged.size();
            while (acknowledged.size() < before + 200) {
                Thread.onSpinWait();
            }
            server.kill();
            server.restart();
        }
    }

    @Test
    void while_the_server_is_frozen_calls_fail_in_time_and_afterwards_all_is_as_before() {
        HardChange before = Rows.change(players.getFirst(), Rows.newOperation(), 1, 1);
        database.ledger().commit(before);
        server.pause();
        List<HardChange> during;
        try {
            during =
                    Together.run(
                            CALLERS,
                            caller -> {
                                HardChange change =
                                        Rows.change(players.get(caller), Rows.newOperation(), 1, 2);
                                assertFailsInTime(() -> database.ledger().commit(change));
                                assertFailsInTime(
                                        () -> database.snapshots().load(players.get(caller)));
                                assertFailsInTime(() -> database.checkAvailable());
                                return change;
                            });
        } finally {
            server.resume();
        }

        // Loads may have been carried out after all: their callers cannot know.
        for (HardChange change : during) {
            PlayerId player = change.operation().player();
            long epoch = database.snapshots().load(player).epoch();
            HardResult result =
                    database.ledger()
                            .commit(
                                    new HardChange(
                                            Rows.snapshot(player, epoch, 2),
                                            change.operation(),
                                            List.of()));
            assertThat(result).isEqualTo(new Committed());
        }
        assertThat(stored(database, before)).isEqualTo(before.operation());
    }

    private static void assertFailsInTime(Runnable call) {
        long began = System.nanoTime();
        assertThatThrownBy(call::run).isInstanceOf(StorageUnavailableException.class);
        // A second is promised; a busy build machine gets some more.
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }
}
