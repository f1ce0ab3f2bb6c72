package com.luckyfunatic.admin.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.admin.CommandRun;
import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.operations.past.StoredTree;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
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

    private final DistributedGame game;
    private final RedisServer redis;
    private final MySqlAddress mySql;
    private List<PlayerId> players = List.of();
    @TempDir private Path directory;

    DistributedCommandsIT(OwnServers servers, MySqlAddress mySql, CassandraAddress cassandra) {
        game = new DistributedGame(servers, mySql, cassandra);
        redis = game.redis();
        this.mySql = mySql;
    }

    @BeforeEach
    void play() {
        players = game.play(PLAYERS);
    }

    private CommandRun run(String... words) throws IOException {
        return game.run(directory, words);
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

        game.damage(
                "UPDATE player_snapshot SET state = json_set(state, '$.wallet.jokers', 999)"
                        + " WHERE player_id = "
                        + first());

        CommandRun damaged = run("verify");
        assertThat(damaged.code()).isEqualTo(1);
        assertThat(damaged.out())
                .contains("player " + first() + ": snapshot: the snapshot has ", "999 jokers")
                .contains("1 things do not add up: ");
        assertThat(damaged.err()).contains("players checked");
        game.damage(
                "UPDATE player_snapshot SET state = json_set(state, '$.wallet.jokers', 2)"
                        + " WHERE player_id = "
                        + first());
        assertThat(run("verify").code()).isZero();
    }

    @Test
    void recover_brings_everybody_back_after_a_wipe() throws Exception {
        redis.kill();
        redis.restart();

        CommandRun dry = run("recover", "--dry-run", "--player", first());
        assertThat(dry.code()).isZero();
        assertThat(dry.out()).contains("would load 1 players", "archived changes");

        String everybody = game.text("SELECT count(*) FROM player_snapshot");
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
        String state = game.text("SELECT state" + select);
        game.damage("UPDATE player_snapshot SET state = 'x' WHERE player_id = " + first());

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

    @Test
    void what_is_quarantined_is_listed() throws Exception {
        CommandRun none = run("journal", "quarantine");
        assertThat(none.code()).isZero();
        assertThat(none.out()).contains("nothing is quarantined");

        tellRedis("XADD {p000}:journal * p nobody v 1 c 2");
        try (DistributedStorage storage = game.open()) {
            storage.workers().finish();
        }

        CommandRun some = run("journal", "quarantine");
        assertThat(some.code()).isEqualTo(1);
        assertThat(some.out())
                .contains("partition 0 entry ", "not understood by the archive: ", "1 listed")
                .contains("    {", "p=nobody");
        game.damage("DELETE FROM quarantined_entry");
    }

    @Test
    void a_ban_and_an_end_of_logins_hold_at_once_for_whoever_has_the_storage_open()
            throws Exception {
        try (DistributedStorage playing = game.open()) {
            assertThat(admission(playing)).isEqualTo(Admission.FREE);

            assertThat(run("player", "ban", first(), "--for", "1h", "--reason", "macros").code())
                    .isZero();
            assertThat(admission(playing).ban()).isNotNull();

            assertThat(run("player", "unban", first(), "--reason", "t").code()).isZero();
            CommandRun ended = run("player", "end-logins", first(), "--json", "--reason", "t");
            assertThat(ended.code()).isZero();
            assertThat(ended.out()).contains("\"banned\":false", "\"loginsEndedAt\":\"2");
            assertThat(admission(playing).ban()).isNull();
            assertThat(admission(playing).loginsEndedAtMillis()).isPositive();
        }
    }

    @Test
    void a_player_is_erased_while_others_play_and_everything_still_adds_up() throws Exception {
        try (DistributedStorage playing = game.open()) {
            CommandRun run =
                    run("player", "erase", first(), "--yes", "--by", "ada", "--reason", "t");

            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).containsPattern("erased +yes");
            assertThat(admission(playing).accepts(Long.MAX_VALUE)).isFalse();
            assertThat(playing.directory().profile(players.getFirst()))
                    .hasValueSatisfying(profile -> assertThat(profile.isErased()).isTrue());
            assertThat(playing.players().find(players.getFirst()).orElseThrow().wallet().jokers())
                    .isEqualTo(2);
        }
        assertThat(run("player", "erase", first(), "--yes", "--reason", "t").code())
                .as("again")
                .isZero();
        assertThat(run("verify", "--player", first()).code()).isZero();
    }

    @Test
    void what_a_player_had_is_shown_wherever_the_changes_are() throws Exception {
        SettableClock clock = new SettableClock();
        List<PlayerState> states = new ArrayList<>();
        PlayerId ann;
        try (DistributedStorage playing = game.open()) {
            GameEngine engine = GameEngine.builder(playing).clock(clock).build(TestCatalogs.full());
            ann = engine.logIn(TelegramAccount.of(99, "Ann"), null).profile().id();
            for (int day = 0; day < 9; day++) {
                clock.advance(Duration.ofDays(1));
                engine.execute(ann, new Tap(1));
                engine.execute(
                        ann,
                        new OperationId("gift" + day),
                        new AdjustBalance(Currency.JOKERS, 1, "test"));
                states.add(playing.players().find(ann).orElseThrow());
                if (day == 2) {
                    playing.workers().finish();
                }
            }

            for (PlayerState state : states) {
                assertShown(ann, state);
            }
            playing.workers().finish();
        }
        for (PlayerState state : states) {
            assertShown(ann, state);
        }
        CommandRun before =
                run("player", "history", ann.toString(), "--at", "2025-12-31T23:59:59Z");
        assertThat(before.code()).isEqualTo(1);
        assertThat(before.err()).contains("began later, at " + SettableClock.START);
    }

    /** An hour later there was nothing new. */
    private void assertShown(PlayerId player, PlayerState state) throws IOException {
        Instant at = Instant.ofEpochMilli(state.changedAtMillis()).plus(Duration.ofHours(1));
        CommandRun run =
                run("player", "history", player.toString(), "--at", at.toString(), "--json");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode shown = new ObjectMapper().readTree(run.out());
        assertThat(shown.path("state")).hasToString(StoredTree.of(state).toString());
        assertThat(shown.at("/lastChange/sequence").asLong()).isEqualTo(state.sequence());
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
