package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import com.luckyfunatic.storage.distributed.Recovery.Outcome;
import com.luckyfunatic.storage.verify.ConservationCheck;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Wipes Redis, and brings the players back before they are asked for. */
@WithOwnServers
@WithMySql
@WithCassandra
class RecoveryIT {
    private final OwnServers servers;
    private final MySqlAddress mySql;
    private final CassandraAddress cassandra;

    RecoveryIT(OwnServers servers, MySqlAddress mySql, CassandraAddress cassandra) {
        this.servers = servers;
        this.mySql = mySql;
        this.cassandra = cassandra;
    }

    @Test
    void after_a_wipe_everybody_is_loaded_once_and_is_as_before() throws SQLException {
        RedisServer redis = servers.redis(RedisVersion.NEWEST, "--appendonly", "no");
        try (DistributedStorage storage =
                DistributedStorage.open(
                        TestDatabases.on(
                                new RedisAddress(redis.uri(), "recovery:"), mySql, cassandra),
                        InstantSource.system())) {
            GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
            List<PlayerId> players = new ArrayList<>();
            for (long account = 1; account <= 5; account++) {
                PlayerId player =
                        engine.logIn(TelegramAccount.of(account, "Ann"), null).profile().id();
                engine.execute(player, new Tap(1));
                players.add(player);
            }
            storage.workers().finish();
            // A change after the snapshot is in the archive only.
            engine.execute(players.getFirst(), new Tap(1));
            storage.workers().jobs().getFirst().finish(_ -> {});
            long sequence = engine.player(players.getFirst()).orElseThrow().sequence();
            Recovery recovery = storage.recovery();
            assertThat(recovery.recover(players.getFirst())).isEqualTo(new Outcome.Current());

            redis.kill();
            redis.restart();
            damage(players.getLast());

            assertThat(recovery.plan(players.getFirst()))
                    .isEqualTo(new Outcome.Loaded(sequence, 1));
            assertThat(recovery.plan(players.getFirst()))
                    .isEqualTo(new Outcome.Loaded(sequence, 1));
            List<PlayerId> found = new ArrayList<>();
            recovery.forEachPlayer(id -> found.add(new PlayerId(id)));
            assertThat(found).containsAll(players);
            for (PlayerId player : players.subList(0, 4)) {
                assertThat(recovery.recover(player)).isInstanceOf(Outcome.Loaded.class);
                assertThat(recovery.recover(player)).isEqualTo(new Outcome.Current());
            }
            assertThat(recovery.recover(players.getLast())).isInstanceOf(Outcome.Failed.class);
            assertThat(recovery.recover(new PlayerId(99))).isEqualTo(new Outcome.Nobody());
            assertThat(engine.player(players.getFirst()).orElseThrow().sequence())
                    .isEqualTo(sequence);
            assertThat(
                            ConservationCheck.of(storage.books())
                                    .run(players.subList(0, 4), _ -> {})
                                    .isClean())
                    .isTrue();
        }
    }

    private void damage(PlayerId player) throws SQLException {
        try (Connection connection = DriverManager.getConnection(mySql.jdbcUrl());
                Statement statement = connection.createStatement()) {
            assertThat(
                            statement.executeUpdate(
                                    "UPDATE player_snapshot SET state = 'x' WHERE player_id = "
                                            + player))
                    .isOne();
        }
    }
}
