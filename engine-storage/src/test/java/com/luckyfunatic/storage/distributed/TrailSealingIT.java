package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.audit.AuditComparison;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import com.luckyfunatic.storage.audit.AuditChain;
import com.luckyfunatic.storage.audit.AuditCheck;
import com.luckyfunatic.storage.audit.AuditFinding;
import com.luckyfunatic.storage.audit.AuditFinding.Kind;
import com.luckyfunatic.storage.audit.AuditReport;
import com.luckyfunatic.storage.audit.AuditSealer;
import com.luckyfunatic.storage.audit.Settling;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The audit trail of a game that was played is sealed, and shows what was done to it since. */
@WithRedis
@WithMySql
@WithCassandra
class TrailSealingIT {
    private static final int PLAYERS = 12;
    private static final int TAPS = 5;

    /** A login makes a player and a session. */
    private static final long CHANGES = PLAYERS * (TAPS + 2);

    private final DistributedSettings settings;
    private final CassandraAddress cassandra;
    private final List<PlayerId> players = new ArrayList<>();
    private final List<AuditFinding> found = new ArrayList<>();
    private DistributedStorage storage;
    private long now = System.currentTimeMillis();

    TrailSealingIT(RedisAddress redis, MySqlAddress mySql, CassandraAddress cassandra) {
        this.cassandra = cassandra;
        settings = TestDatabases.on(redis, mySql, cassandra);
        storage = open(settings);
    }

    private static DistributedStorage open(DistributedSettings settings) {
        return DistributedStorage.open(settings, InstantSource.system());
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private AuditLog trail() {
        return storage.audit().logs().stream()
                .filter(log -> log.name().equals("audit-trail"))
                .findFirst()
                .orElseThrow();
    }

    private void play() {
        GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
        int first = players.size() + 1;
        IntStream.range(first, first + PLAYERS)
                .mapToObj(i -> engine.logIn(TelegramAccount.of(i, "Ann"), null))
                .map(login -> login.profile().id())
                .forEach(players::add);
        for (int i = 0; i < TAPS; i++) {
            players.subList(first - 1, players.size())
                    .forEach(player -> engine.execute(player, new Tap(1)));
        }
    }

    /** Lets everything come to the audit and be confirmed, and a minute pass. */
    private void seal() {
        storage.workers().finish();
        storage.workers().finish();
        AuditSealer sealer = new AuditSealer(storage.audit(), AuditChain.plain());
        sealer.seal(trail(), now, _ -> true);
        now += Settling.MILLIS;
        sealer.seal(trail(), now, _ -> true);
    }

    private AuditReport check() {
        found.clear();
        return new AuditCheck(storage.audit(), AuditChain.plain(), List.of())
                .run(trail(), now, (_, _) -> {}, found::add);
    }

    private void tamper(String statement) {
        try (CqlSession session = cassandra.connect()) {
            session.execute(statement);
        }
    }

    @Test
    void what_was_played_is_sealed_once_the_audit_has_it_for_good_and_shows_what_is_changed_then() {
        storage.close();
        storage = open(settings.withAuditSync(Duration.ofHours(1)));
        play();
        seal();
        assertThat(trail().countAfter(0)).isPositive();
        assertThat(storage.audit().last("audit-trail")).as("it may still be forgotten").isEmpty();

        storage.close();
        storage = open(settings);
        seal();
        play();
        seal();
        AuditReport report = check();
        assertThat(found).isEmpty();
        assertThat(report.seals()).isEqualTo(2);
        assertThat(report.unsealed()).isZero();
        // A login is a row of the session history, too.
        assertThat(report.listed()).isEqualTo(new AuditComparison(2 * (CHANGES + PLAYERS), 0, 0));

        tamper("TRUNCATE session_history");
        assertThat(check().isClean()).isFalse();
        assertThat(found)
                .hasSize(2 * PLAYERS)
                .allMatch(finding -> finding.kind() == Kind.MISSING && finding.seal() == 0)
                .extracting(AuditFinding::detail)
                .contains("session_history 2 of player " + players.getFirst() + " is missing");

        tamper("TRUNCATE audit_manifest");
        check();
        assertThat(found.getFirst().seal()).isOne();
        assertThat(found.getFirst().kind()).isEqualTo(Kind.MISSING);
    }
}
