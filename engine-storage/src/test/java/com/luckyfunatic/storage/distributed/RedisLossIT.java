package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
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
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left when Redis has lost something, or everything. */
@WithOwnServers
@WithMySql
@WithCassandra
class RedisLossIT {
    private static final int PURCHASES = 20;
    private static final AtomicLong ACCOUNTS = new AtomicLong(1_000);

    private final OwnServers servers;
    private final MySqlAddress mySql;
    private final CassandraAddress cassandra;
    private final String prefix = "loss" + System.nanoTime() + ":";

    RedisLossIT(OwnServers servers, MySqlAddress mySql, CassandraAddress cassandra) {
        this.servers = servers;
        this.mySql = mySql;
        this.cassandra = cassandra;
    }

    /** A player who has bought and tapped, with what he was told. */
    private record Life(PlayerId player, Map<OperationId, Answer> hard) {}

    private DistributedStorage open(RedisServer redis) {
        return DistributedStorage.open(
                TestDatabases.on(new RedisAddress(redis.uri(), prefix), mySql, cassandra),
                InstantSource.system());
    }

    private static Life live(GameEngine engine) {
        PlayerId player =
                engine.logIn(TelegramAccount.of(ACCOUNTS.incrementAndGet(), "Ann"), null)
                        .profile()
                        .id();
        Map<OperationId, Answer> hard = new HashMap<>();
        for (int i = 0; i < PURCHASES; i++) {
            OperationId id = new OperationId("op" + i);
            hard.put(id, engine.execute(player, id, adjust(i)));
            engine.execute(player, new Tap(1));
        }
        return new Life(player, hard);
    }

    private static AdjustBalance adjust(int i) {
        return new AdjustBalance(Currency.JOKERS, 1 + i, "test");
    }

    private static void checkNothingHardIsLostOrDoubled(
            GameEngine engine, DistributedStorage storage, Life life) {
        life.hard()
                .forEach((id, first) -> {
                    Answer repeat =
                            engine.execute(
                                    life.player(),
                                    id,
                                    adjust(Integer.parseInt(id.value().substring(2))));
                    assertThat(repeat.repeated()).isTrue();
                    assertThat(repeat.outcome()).isEqualTo(first.outcome());
                });
        PlayerState state = engine.player(life.player()).orElseThrow();
        assertThat(state.wallet().jokers()).isEqualTo(PURCHASES * (PURCHASES + 1) / 2);

        storage.workers().finish();
        List<StateChange> changes = history(storage, life.player());
        assertThat(changes).extracting(StateChange::sequence).doesNotHaveDuplicates();
        assertThat(changes).hasSize((int) state.sequence());
        assertThat(changes.getFirst().walletAfter()).isEqualTo(state.wallet());
    }

    private static List<StateChange> history(DistributedStorage storage, PlayerId player) {
        return storage.players().history(player, Long.MAX_VALUE, Page.LIMIT_MAX).items();
    }

    static void untilAnswered(Runnable question) {
        StorageUnavailableException last = null;
        long giveUpAt = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < giveUpAt) {
            try {
                question.run();
                return;
            } catch (StorageUnavailableException e) {
                last = e;
            }
        }
        throw new AssertionError("Redis is not back", last);
    }

    @Test
    void whom_redis_still_has_is_there_though_mysql_has_not_got_him_yet() {
        RedisServer redis = servers.redis(RedisVersion.NEWEST, "--appendfsync", "always");
        MortalLedger mortal = new MortalLedger();
        try (DistributedStorage storage =
                DistributedStorage.open(
                        TestDatabases.on(new RedisAddress(redis.uri(), prefix), mySql, cassandra),
                        InstantSource.system(),
                        mortal::over)) {
            GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
            long account = ACCOUNTS.incrementAndGet();
            mortal.isDead = true;
            assertThatThrownBy(() -> engine.logIn(TelegramAccount.of(account, "Bo"), null))
                    .isInstanceOf(StorageUnavailableException.class);
            PlayerId player = storage.directory().findByTelegramId(account).orElseThrow().id();

            redis.kill();
            redis.restart();
            untilAnswered(() -> engine.player(player));

            assertThat(engine.player(player)).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(RedisVersion.class)
    void a_redis_that_comes_back_empty_loses_nothing_hard_and_nothing_drained(
            RedisVersion version) {
        RedisServer redis = servers.redis(version, "--appendonly", "no");
        try (DistributedStorage storage = open(redis)) {
            GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
            Life life = live(engine);
            storage.workers().finish();
            PlayerState drained = engine.player(life.player()).orElseThrow();

            redis.kill();
            redis.restart();
            untilAnswered(() -> engine.player(life.player()));

            assertThat(engine.player(life.player())).contains(drained);
            checkNothingHardIsLostOrDoubled(engine, storage, life);
        }
    }

    @ParameterizedTest
    @EnumSource(RedisVersion.class)
    void a_redis_that_comes_back_empty_loses_only_soft_changes_that_were_not_drained(
            RedisVersion version) {
        RedisServer redis = servers.redis(version, "--appendonly", "no");
        try (DistributedStorage storage = open(redis)) {
            GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
            Life life = live(engine);
            long before = engine.player(life.player()).orElseThrow().sequence();

            redis.kill();
            redis.restart();
            untilAnswered(() -> engine.player(life.player()));

            // The last hard change wrote the snapshot, and one soft one came after it.
            assertThat(engine.player(life.player()).orElseThrow().sequence()).isEqualTo(before - 1);
            engine.execute(life.player(), new Tap(1));
            engine.execute(life.player(), new OperationId("after"), adjust(0));
            assertThat(engine.execute(life.player(), new OperationId("after"), adjust(0)))
                    .matches(Answer::repeated);
        }
    }

    @ParameterizedTest
    @EnumSource(RedisVersion.class)
    void a_redis_that_was_killed_comes_back_with_what_it_forced(RedisVersion version) {
        RedisServer redis = servers.redis(version, "--appendfsync", "always");
        try (DistributedStorage storage = open(redis)) {
            GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
            Life life = live(engine);
            PlayerState before = engine.player(life.player()).orElseThrow();

            redis.kill();
            redis.restart();
            untilAnswered(() -> engine.player(life.player()));

            assertThat(engine.player(life.player())).contains(before);
            checkNothingHardIsLostOrDoubled(engine, storage, life);
        }
    }

    @ParameterizedTest
    @EnumSource(RedisVersion.class)
    void while_redis_is_away_commands_fail_in_time(RedisVersion version) {
        RedisServer redis = servers.redis(version);
        try (DistributedStorage storage = open(redis)) {
            GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
            Life life = live(engine);

            redis.pause();
            Throwable failure = null;
            try {
                engine.execute(life.player(), new Tap(1));
            } catch (StorageUnavailableException e) {
                failure = e;
            }
            redis.resume();

            assertThat(failure).isNotNull();
            untilAnswered(() -> engine.player(life.player()));
            assertThat(engine.execute(life.player(), new Tap(1)).outcome())
                    .isInstanceOf(Outcome.Accepted.class);
        }
    }
}
