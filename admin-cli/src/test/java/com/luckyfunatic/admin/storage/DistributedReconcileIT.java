package com.luckyfunatic.admin.storage;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.admin.CommandRun;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import com.luckyfunatic.storage.redis.Partitions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Damage in each of the databases is named by {@code reconcile}, and nothing else is. */
@WithOwnServers
@WithMySql
@WithCassandra
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DistributedReconcileIT {
    private static final int TAP = 3;
    private static final int PURCHASE = 4;

    private final DistributedGame game;
    private final CqlSession cql;
    @TempDir private Path directory;
    private PlayerId damaged = new PlayerId(1);
    private PlayerId sound = new PlayerId(1);

    DistributedReconcileIT(OwnServers servers, MySqlAddress mySql, CassandraAddress cassandra) {
        game = new DistributedGame(servers, mySql, cassandra);
        game.open().close(); // which makes the keyspace
        cql = cassandra.connect();
    }

    @AfterAll
    void close() {
        cql.close();
    }

    @BeforeEach
    void play() throws IOException {
        var players = game.play(2);
        damaged = players.getFirst();
        sound = players.getLast();
        CommandRun before = reconcile();
        assertThat(before.code()).as(before.out() + before.err()).isZero();
        assertThat(before.out())
                .contains("everything adds up: 2 players, 8 changes, 4 hard operations");
    }

    private CommandRun reconcile(String... more) throws IOException {
        String[] words = new String[5 + more.length];
        words[0] = "reconcile";
        words[1] = "--player";
        words[2] = damaged.toString();
        words[3] = "--player";
        words[4] = sound.toString();
        System.arraycopy(more, 0, words, 5, more.length);
        return game.run(directory, words);
    }

    private void reconcileNames(String... findings) throws IOException {
        CommandRun run = reconcile();
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
        for (String finding : findings) {
            assertThat(run.out()).contains("player " + damaged + ": " + finding);
        }
        assertThat(run.out())
                .contains(findings.length + " things do not add up: 2 players")
                .doesNotContain("player " + sound);
    }

    private void damageMySql(String sql) throws SQLException {
        game.damage(sql + " WHERE player_id = " + damaged);
    }

    private Row change(int sequence) {
        return requireNonNull(
                cql.execute(
                                "SELECT day, change_id, document FROM state_change"
                                        + " WHERE player_id = ? AND sequence = ? ALLOW FILTERING",
                                damaged.value(),
                                (long) sequence)
                        .one());
    }

    private static LocalDate day(Row change) {
        return requireNonNull(change.getLocalDate("day"));
    }

    @Test
    void a_balance_in_redis() throws IOException {
        String key =
                "{p%03d}:player:%s".formatted(Partitions.STANDARD.of(damaged), damaged.toString());
        try (RedisClient client = RedisClient.create(game.redis().uri());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            String[] numbers = connection.sync().hget(key, "n").split(" ", -1);
            numbers[2] = "999"; // jokers
            connection.sync().hset(key, "n", String.join(" ", numbers));
        }

        reconcileNames("state: the state has ");
    }

    @Test
    void a_balance_in_a_snapshot() throws Exception {
        damageMySql("UPDATE player_snapshot SET state = json_set(state, '$.wallet.jokers', 999)");

        reconcileNames("snapshot: the snapshot has ");
    }

    @Test
    void a_row_that_the_audit_has_lost() throws IOException {
        cql.execute(
                "DELETE FROM state_change WHERE player_id = ? AND day = ? AND sequence = ?",
                damaged.value(),
                day(change(TAP)),
                (long) TAP);

        reconcileNames("gap: change " + TAP + " is missing");
    }

    @Test
    void a_row_of_the_audit_that_says_something_else() throws IOException {
        Row row = change(TAP);
        String document = requireNonNull(row.getString("document"));
        String wallet = new ObjectMapper().readTree(document).path("walletAfter").toString();
        cql.execute(
                "UPDATE state_change SET document = ?"
                        + " WHERE player_id = ? AND day = ? AND sequence = ? AND change_id = ?",
                document.replace(wallet, wallet.replaceFirst("(\"jokers\":)\\d+", "$17")),
                damaged.value(),
                day(row),
                (long) TAP,
                row.getLong("change_id"));

        // The one before does not lead to it, and it does not lead to the one after.
        reconcileNames(
                "balance: change " + PURCHASE + " pays 2 jokers on top of 7 and leaves 2",
                "balance: change " + TAP + " pays 0 jokers on top of 0 and leaves 7");
    }

    @Test
    void an_operation_that_stands_for_another_change() throws Exception {
        damageMySql("UPDATE operation SET change_id = change_id + 1");

        reconcileNames(
                "operation_missing: operation buy stands for change ",
                "operation_missing: operation ");
    }

    @Test
    void an_operation_under_another_name() throws Exception {
        game.damage(
                "UPDATE operation SET operation_id = 'bought' WHERE operation_id = 'buy'"
                        + " AND player_id = "
                        + damaged);

        reconcileNames(
                "operation_missing: hard change " + PURCHASE + " is not stored as operation buy",
                "change_missing: operation bought is stored, its change is not");
    }

    @Test
    void an_operation_that_is_gone_also_for_scripts() throws Exception {
        game.damage("DELETE FROM operation WHERE operation_id = 'buy' AND player_id = " + damaged);

        CommandRun run = reconcile("--json");
        String[] lines = run.out().split("\\R", -1);
        JsonNode finding = new ObjectMapper().readTree(lines[0]);
        JsonNode end = new ObjectMapper().readTree(lines[1]);

        assertThat(run.code()).isEqualTo(1);
        assertThat(finding.path("player").asText()).isEqualTo(damaged.toString());
        assertThat(finding.path("kind").asText()).isEqualTo("operation_missing");
        assertThat(end.path("clean").asBoolean(true)).isFalse();
        assertThat(end.path("mismatches").asInt()).isEqualTo(1);
    }
}
