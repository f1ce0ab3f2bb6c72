package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.mysql.MySqlDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** MySQL is restored from a backup that is older than what Redis has been through since. */
@WithOwnServers
@WithMySql
@WithCassandra
@Timeout(120)
class RestoredMySqlIT {
    private static final int LOSSES = 2;

    private final RedisServer redis;
    private final MySqlAddress mySql;
    private final CassandraAddress cassandra;

    RestoredMySqlIT(OwnServers servers, MySqlAddress mySql, CassandraAddress cassandra) {
        redis = servers.redis(RedisVersion.NEWEST, "--appendonly", "no");
        this.mySql = mySql;
        this.cassandra = cassandra;
    }

    private void forgetGenerations() throws SQLException {
        try (Connection connection = DriverManager.getConnection(mySql.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE store_partition SET generation = 1");
        }
    }

    @Test
    void the_drain_goes_on_in_the_generation_that_redis_knows() throws SQLException {
        DistributedSettings settings =
                TestDatabases.on(new RedisAddress(redis.uri(), "restored:"), mySql, cassandra);
        try (DistributedStorage storage =
                        DistributedStorage.open(settings, InstantSource.system());
                MySqlDatabase database = MySqlDatabase.open(settings.mySql())) {
            GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
            PlayerId player = engine.logIn(TelegramAccount.of(7_001, "Ann"), null).profile().id();
            storage.workers().finish();
            for (int i = 0; i < LOSSES; i++) {
                redis.kill();
                redis.restart();
                RedisLossIT.untilAnswered(() -> engine.player(player));
            }
            Map<Integer, Long> known = database.partitions().generations();
            forgetGenerations();

            engine.execute(player, new Tap(3));
            engine.execute(
                    player, new OperationId("gift"), new AdjustBalance(Currency.JOKERS, 5, "test"));
            storage.workers().finish();

            Map<Integer, Long> raised = new HashMap<>(database.partitions().generations());
            raised.values().removeIf(generation -> generation == 1);
            // The player's partition has come up; the others come when somebody plays there.
            assertThat(raised).isNotEmpty();
            assertThat(known).containsAllEntriesOf(raised);
            assertThat(storage.players().history(player, Long.MAX_VALUE, Page.LIMIT_MAX).items())
                    .extracting(StateChange::sequence)
                    .containsExactly(4L, 3L, 2L, 1L);
        }
    }
}
