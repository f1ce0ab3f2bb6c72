package com.luckyfunatic.admin.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.luckyfunatic.admin.CommandRun;
import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.audit.AuditChain;
import com.luckyfunatic.storage.audit.AuditSealer;
import com.luckyfunatic.storage.audit.Settling;
import com.luckyfunatic.storage.distributed.DistributedSettings;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.mysql.MySqlSettings;
import com.luckyfunatic.storage.redis.RedisSettings;
import com.luckyfunatic.storage.scylla.ScyllaSettings;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The commands for operators, on real databases. */
@WithOwnServers
@WithMySql
@WithCassandra
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DistributedCommandsIT {
    private static final int PLAYERS = 5;

    private final RedisServer redis;
    private final MySqlAddress mySql;
    private final CassandraAddress cassandra;
    private final List<PlayerId> players = new ArrayList<>();
    @TempDir private Path directory;
    private long accounts;

    DistributedCommandsIT(OwnServers servers, MySqlAddress mySql, CassandraAddress cassandra) {
        redis = servers.redis(RedisVersion.NEWEST, "--appendonly", "no", "--save", "");
        this.mySql = mySql;
        this.cassandra = cassandra;
    }

    private DistributedStorage open() {
        return DistributedStorage.open(settings(), InstantSource.system());
    }

    private DistributedSettings settings() {
        return DistributedSettings.of(
                RedisSettings.single(redis.uri()),
                MySqlSettings.of(mySql.jdbcUrl(), "", ""),
                ScyllaSettings.at(
                                List.of(cassandra.contactPoint()),
                                cassandra.dataCenter(),
                                cassandra.keyspace())
                        .creatingKeyspace(1));
    }

    @BeforeEach
    void play() {
        players.clear();
        try (DistributedStorage storage = open()) {
            GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
            for (int i = 0; i < PLAYERS; i++) {
                PlayerId player =
                        engine.logIn(TelegramAccount.of(++accounts, "Ann"), null).profile().id();
                engine.execute(player, new Tap(1));
                engine.execute(
                        player,
                        new OperationId("buy"),
                        new AdjustBalance(Currency.JOKERS, 2, "test"));
                players.add(player);
            }
            storage.workers().finish();
        }
    }

    private CommandRun run(String... words) throws IOException {
        Path config =
                Files.writeString(
                        directory.resolve("server.yaml"),
                        """
                        storage: distributed
                        redis-url: %s
                        mysql-url: %s
                        scylla-contact-points: ["%s:%d"]
                        scylla-datacenter: %s
                        scylla-keyspace: %s
                        """
                                .formatted(
                                        redis.uri(),
                                        mySql.jdbcUrl(),
                                        cassandra.contactPoint().getHostString(),
                                        cassandra.contactPoint().getPort(),
                                        cassandra.dataCenter(),
                                        cassandra.keyspace()));
        List<Object> all = new ArrayList<>(List.of((Object[]) words));
        all.add("--config");
        all.add(config);
        return CommandRun.of(all.toArray());
    }

    private void damage(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(mySql.jdbcUrl());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    /** Tells Redis a command of words without blanks. */
    private void tellRedis(String command) throws IOException {
        URI uri = URI.create(redis.uri());
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isIn((int) '$', (int) ':', (int) '+');
        }
    }

    private String first() {
        return players.getFirst().toString();
    }

    @Test
    void verify_is_content_with_what_is_sound_and_names_what_is_not() throws Exception {
        CommandRun sound = run("verify", "--player", first());
        assertThat(sound.code()).isZero();
        assertThat(sound.out())
                .contains("everything adds up: 1 players, ", " changes, 2 hard operations");

        damage(
                "UPDATE player_snapshot SET state = json_set(state, '$.wallet.jokers', 999)"
                        + " WHERE player_id = "
                        + first());

        CommandRun damaged = run("verify");
        assertThat(damaged.code()).isEqualTo(1);
        assertThat(damaged.out())
                .contains("player " + first() + ": snapshot: the snapshot has ", "999 jokers")
                .contains("1 things do not add up: ");
        assertThat(damaged.err()).contains("players checked");
        damage(
                "UPDATE player_snapshot SET state = json_set(state, '$.wallet.jokers', 2)"
                        + " WHERE player_id = "
                        + first());
        assertThat(run("verify").code()).isZero();
    }

    @Test
    void audit_verify_holds_the_rows_of_the_trail_against_what_was_sealed() throws Exception {
        sealEverything();

        CommandRun sound = run("audit", "verify");
        assertThat(sound.code()).isZero();
        assertThat(sound.out())
                .containsPattern("audit-trail: 1 seals \\(0 with a key\\), [1-9]")
                .containsPattern(
                        "audit-trail lists [1-9]\\d* rows that are as they were sealed, 0 ")
                .contains("everything is as it was sealed");

        tellCassandra("TRUNCATE session_history");

        CommandRun damaged = run("audit", "verify", "--json");
        assertThat(damaged.code()).isOne();
        assertThat(damaged.out())
                .contains(
                        "\"log\":\"audit-trail\",\"kind\":\"missing\",\"seal\":null,\"day\":\"",
                        "\"detail\":\"session_history 2 of player " + first() + " is missing\"");
        assertThat(run("audit", "verify", "--day", "2001-01-01").code()).isZero();
    }

    /** Lets everything come to the audit and be confirmed, and a minute pass. */
    private void sealEverything() {
        try (DistributedStorage storage =
                DistributedStorage.open(
                        settings().withAuditSync(Duration.ZERO), InstantSource.system())) {
            storage.workers().finish();
            storage.workers().finish();
            AuditSealer sealer = new AuditSealer(storage.audit(), AuditChain.plain());
            for (AuditLog log : storage.audit().logs()) {
                sealer.seal(log, storage.clock().millis(), _ -> true);
                sealer.seal(log, storage.clock().millis() + Settling.MILLIS, _ -> true);
            }
        }
    }

    private void tellCassandra(String statement) {
        try (CqlSession session =
                CqlSession.builder()
                        .addContactPoint(cassandra.contactPoint())
                        .withLocalDatacenter(cassandra.dataCenter())
                        .withKeyspace(cassandra.keyspace())
                        .build()) {
            session.execute(statement);
        }
    }

    @Test
    void recover_brings_everybody_back_after_a_wipe() throws Exception {
        redis.kill();
        redis.restart();

        CommandRun dry = run("recover", "--dry-run", "--player", first());
        assertThat(dry.code()).isZero();
        assertThat(dry.out()).contains("would load 1 players", "archived changes");

        String everybody = text("SELECT count(*) FROM player_snapshot");
        CommandRun all = run("recover");
        assertThat(all.code()).isZero();
        assertThat(all.out()).contains("0 are in Redis already", "0 failed");
        assertThat(all.err()).contains(everybody + " of " + everybody + " players recovered");

        assertThat(run("recover").out())
                .contains("loaded 0 players, " + everybody + " are in Redis already");
        assertThat(run("verify").code()).isZero();
    }

    @Test
    void recover_names_whom_it_could_not_load() throws Exception {
        redis.kill();
        redis.restart();
        String select = " FROM player_snapshot WHERE player_id = " + first();
        String state = text("SELECT state" + select);
        damage("UPDATE player_snapshot SET state = 'x' WHERE player_id = " + first());

        CommandRun run = run("recover");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("player " + first() + ": ", "1 failed");
        try (Connection connection = DriverManager.getConnection(mySql.jdbcUrl());
                var update =
                        connection.prepareStatement(
                                "UPDATE player_snapshot SET state = ? WHERE player_id = ?")) {
            update.setString(1, state);
            update.setLong(2, players.getFirst().value());
            assertThat(update.executeUpdate()).isOne();
        }
        assertThat(run("recover").code()).isZero();
    }

    private String text(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(mySql.jdbcUrl());
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void what_is_quarantined_is_listed() throws Exception {
        CommandRun none = run("journal", "quarantine");
        assertThat(none.code()).isZero();
        assertThat(none.out()).contains("nothing is quarantined");

        tellRedis("XADD {p000}:journal * p nobody v 1 c 2");
        try (DistributedStorage storage = open()) {
            storage.workers().finish();
        }

        CommandRun some = run("journal", "quarantine");
        assertThat(some.code()).isEqualTo(1);
        assertThat(some.out())
                .contains("partition 0 entry ", "not understood by the archive: ", "1 listed")
                .contains("    {", "p=nobody");
        damage("DELETE FROM quarantined_entry");
    }

    @Test
    void a_ban_and_an_end_of_logins_hold_at_once_for_whoever_has_the_storage_open()
            throws Exception {
        try (DistributedStorage playing = open()) {
            assertThat(admission(playing)).isEqualTo(Admission.FREE);

            assertThat(run("player", "ban", first(), "--for", "1h", "--reason", "macros").code())
                    .isZero();
            assertThat(admission(playing).ban()).isNotNull();

            assertThat(run("player", "unban", first()).code()).isZero();
            CommandRun ended = run("player", "end-logins", first(), "--json");
            assertThat(ended.code()).isZero();
            assertThat(ended.out()).contains("\"banned\":false", "\"loginsEndedAt\":\"2");
            assertThat(admission(playing).ban()).isNull();
            assertThat(admission(playing).loginsEndedAtMillis()).isPositive();
        }
    }

    @Test
    void a_player_is_erased_while_others_play_and_everything_still_adds_up() throws Exception {
        try (DistributedStorage playing = open()) {
            CommandRun run = run("player", "erase", first(), "--yes", "--by", "ada");

            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).containsPattern("erased +yes");
            assertThat(admission(playing).accepts(Long.MAX_VALUE)).isFalse();
            assertThat(playing.directory().profile(players.getFirst()))
                    .hasValueSatisfying(profile -> assertThat(profile.isErased()).isTrue());
            assertThat(playing.players().find(players.getFirst()).orElseThrow().wallet().jokers())
                    .isEqualTo(2);
        }
        assertThat(run("player", "erase", first(), "--yes").code()).as("again").isZero();
        assertThat(run("verify", "--player", first()).code()).isZero();
    }

    private Admission admission(DistributedStorage storage) {
        CompletableFuture<Admission> answer = new CompletableFuture<>();
        storage.admissions()
                .admission(players.getFirst(), answer::complete, answer::completeExceptionally);
        return answer.join();
    }

    @Test
    void a_database_that_is_away_is_said_to_be() throws Exception {
        redis.stop();
        try {
            for (String command :
                    new String[] {"verify", "recover", "journal quarantine", "player show 42"}) {
                CommandRun run = run(command.split(" ", -1));
                assertThat(run.code()).as(command).isEqualTo(69);
                assertThat(run.err()).as(command).isNotBlank();
            }
        } finally {
            redis.restart();
        }
    }
}
