package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.devservers.CassandraServer;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import com.luckyfunatic.storage.scylla.AuditTrail;
import com.luckyfunatic.storage.scylla.ScyllaDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/**
 * What the audit has after its server was killed right after it had acknowledged: the server forces
 * its log every few seconds, so it forgets the last of it.
 */
@WithOwnServers
@WithRedis
@WithMySql
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AuditLossIT {
    private static final AtomicLong ACCOUNTS = new AtomicLong(9_000);
    private static final int TAPS = 40;

    /** So long that what the audit just acknowledged is hardly ever forced before it is killed. */
    private static final Duration LOG_FORCED_EVERY = Duration.ofSeconds(15);

    private static final int TRIES = 5;

    private final CassandraServer server;
    private final DistributedSettings settings;
    private final ScyllaDatabase audit;
    private DistributedStorage storage;

    AuditLossIT(OwnServers servers, RedisAddress redis, MySqlAddress mySql) {
        server = servers.forgetfulCassandra(LOG_FORCED_EVERY);
        settings =
                TestDatabases.on(
                                redis,
                                mySql,
                                new CassandraAddress(
                                        server.address(),
                                        CassandraServer.DATA_CENTER,
                                        "audit_loss"))
                        .withAuditSync(LOG_FORCED_EVERY.plusSeconds(1));
        storage = open();
        audit = ScyllaDatabase.open(settings.scylla());
    }

    private DistributedStorage open() {
        return DistributedStorage.open(settings, InstantSource.system());
    }

    @AfterAll
    void close() {
        audit.close();
        storage.close();
    }

    private List<PlayerId> live() {
        GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
        List<PlayerId> players = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            players.add(
                    engine.logIn(TelegramAccount.of(ACCOUNTS.incrementAndGet(), "Ann"), null)
                            .profile()
                            .id());
        }
        for (int i = 0; i < TAPS; i++) {
            players.forEach(player -> engine.execute(player, new Tap(1)));
        }
        return players;
    }

    private void killAndRestart() {
        server.kill();
        server.restart();
        untilAnswered(audit::checkAvailable);
    }

    /**
     * Returns players of whom the audit acknowledged every change, and forgot some. It is tried
     * again when the log happened to be forced between the last change and the end.
     *
     * @param isProcessDying whether this process dies with it, and another takes over
     */
    private List<PlayerId> liveAndForget(boolean isProcessDying) {
        for (int tried = 0; tried < TRIES; tried++) {
            List<PlayerId> players = live();
            long all = changes(players);
            storage.workers().flush(); // so that nothing comes after the audit
            untilAnswered(storage.workers()::finish);
            server.kill();
            if (isProcessDying) {
                storage.close();
            }
            server.restart();
            untilAnswered(audit::checkAvailable);
            if (isProcessDying) {
                storage = open();
            }
            if (rows(players) < all) {
                return players;
            }
        }
        throw new AssertionError("the audit has not forgotten anything: this proves nothing");
    }

    private static void untilAnswered(Runnable question) {
        long giveUpAt = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (true) {
            try {
                question.run();
                return;
            } catch (StorageUnavailableException e) {
                if (System.nanoTime() - giveUpAt > 0) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    private long rows(List<PlayerId> players) {
        AuditTrail trail = audit.audit();
        return players.stream()
                .mapToLong(player ->
                        trail.days(player).stream()
                                .mapToLong(day -> trail.changesOn(player, day))
                                .sum())
                .sum();
    }

    private long changes(List<PlayerId> players) {
        return players.stream()
                .mapToLong(player -> storage.players().find(player).orElseThrow().sequence())
                .sum();
    }

    private void checkAuditIsComplete(List<PlayerId> players) {
        assertThat(rows(players)).isEqualTo(changes(players));
        for (PlayerId player : players) {
            assertThat(audit.audit().changes(player, Long.MAX_VALUE, Page.LIMIT_MAX).items())
                    .extracting(StateChange::sequence)
                    .doesNotHaveDuplicates()
                    .hasSize((int) storage.players().find(player).orElseThrow().sequence());
        }
    }

    @Test
    void what_the_audit_acknowledged_and_forgot_is_appended_again() {
        List<PlayerId> players = liveAndForget(false);

        untilAnswered(storage.workers()::finish);

        checkAuditIsComplete(players);
    }

    @Test
    void it_is_appended_again_by_another_process_when_this_one_died_too() {
        List<PlayerId> players = liveAndForget(true);

        untilAnswered(storage.workers()::finish);

        checkAuditIsComplete(players);
    }

    @Test
    void it_is_complete_also_when_it_was_killed_again_and_again_while_the_workers_were_running() {
        storage.workers().start("audit-loss");
        List<PlayerId> players = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            players.addAll(live());
            killAndRestart();
        }
        players.addAll(live());
        storage.workers().close();
        untilAnswered(storage.workers()::finish);

        checkAuditIsComplete(players);
    }
}
