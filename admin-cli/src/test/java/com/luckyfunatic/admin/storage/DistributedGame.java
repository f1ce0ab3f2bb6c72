package com.luckyfunatic.admin.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.admin.CommandRun;
import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.distributed.DistributedSettings;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.mysql.MySqlSettings;
import com.luckyfunatic.storage.redis.RedisSettings;
import com.luckyfunatic.storage.scylla.ScyllaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A game on databases of a test class, and the commands on it. Not thread-safe. */
final class DistributedGame {
    private final RedisServer redis;
    private final MySqlAddress mySql;
    private final CassandraAddress cassandra;
    private long accounts;

    DistributedGame(OwnServers servers, MySqlAddress mySql, CassandraAddress cassandra) {
        redis = servers.redis(RedisVersion.NEWEST, "--appendonly", "no", "--save", "");
        this.mySql = mySql;
        this.cassandra = cassandra;
    }

    /** Its Redis, which loses everything when it is killed. */
    RedisServer redis() {
        return redis;
    }

    DistributedStorage open() {
        return DistributedStorage.open(
                DistributedSettings.of(
                                RedisSettings.single(redis.uri()),
                                MySqlSettings.of(mySql.jdbcUrl(), "", ""),
                                ScyllaSettings.at(
                                                List.of(cassandra.contactPoint()),
                                                cassandra.dataCenter(),
                                                cassandra.keyspace())
                                        .creatingKeyspace(1))
                        .withAuditSync(Duration.ZERO),
                InstantSource.system());
    }

    /** Players with a tap and a hard change each, all of it in the audit. */
    List<PlayerId> play(int count) {
        List<PlayerId> players = new ArrayList<>();
        try (DistributedStorage storage = open()) {
            GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
            for (int i = 0; i < count; i++) {
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
        return players;
    }

    /** Runs a command of {@code ./funatic admin}, with a file of settings in {@code directory}. */
    CommandRun run(Path directory, String... words) throws IOException {
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

    /** Changes rows in MySQL, of which there must be some. */
    void damage(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(mySql.jdbcUrl());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }

    /** The first column of the first row that MySQL has. */
    String text(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(mySql.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
