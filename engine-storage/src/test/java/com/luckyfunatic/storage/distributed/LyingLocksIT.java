package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;

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
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.lock.Locks;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two processes load, change and write the same players while the lock service tells both the wrong
 * thing. The fences alone must keep the players right.
 */
@WithRedis
@WithMySql
@WithCassandra
class LyingLocksIT {
    private static final AtomicLong ACCOUNTS = new AtomicLong(50_000);
    private static final int ROUNDS = 12;

    private final RedisAddress redis;
    private final DistributedSettings settings;

    LyingLocksIT(RedisAddress redis, MySqlAddress mySql, CassandraAddress cassandra) {
        this.redis = redis;
        settings = TestDatabases.on(redis, mySql, cassandra);
    }

    /** What a service says. */
    enum Lie implements Locks {
        /** Everybody goes first. */
        BOTH_HOLD_IT(Standing.FIRST),
        /** Everybody waits for somebody who does not exist. */
        ALWAYS_TAKEN(Standing.TAKEN),
        /** It is away. */
        SILENT(Standing.UNKNOWN);

        private final Standing standing;

        Lie(Standing standing) {
            this.standing = standing;
        }

        @Override
        public Attempt attempt(String name, Duration patience, Duration lease) {
            return new Attempt(standing, () -> {});
        }

        @Override
        public void close() {}
    }

    private DistributedStorage open(Locks locks) {
        return DistributedStorage.open(settings, InstantSource.system(), locks);
    }

    @ParameterizedTest
    @EnumSource(Lie.class)
    void nothing_is_lost_or_doubled_whatever_the_locks_say(Lie lie) {
        try (DistributedStorage one = open(lie);
                DistributedStorage other = open(lie)) {
            GameEngine first = GameEngine.on(one, TestCatalogs.full());
            GameEngine second = GameEngine.on(other, TestCatalogs.full());
            PlayerId player =
                    first.logIn(TelegramAccount.of(ACCOUNTS.incrementAndGet(), "Ann"), null)
                            .profile()
                            .id();
            long paid = 0;
            for (int round = 0; round < ROUNDS; round++) {
                one.workers().finish();
                removeFromRedis(player);
                OperationId key = new OperationId("round-" + round);
                // Both load him, change him under one id, and write his snapshot.
                List<Answer> answers =
                        Together.run(
                                4,
                                caller -> {
                                    GameEngine engine = caller % 2 == 0 ? first : second;
                                    Answer answer =
                                            engine.execute(
                                                    player,
                                                    key,
                                                    new AdjustBalance(Currency.JOKERS, 5, "test"));
                                    engine.execute(player, new Tap(1));
                                    (caller % 2 == 0 ? one : other).workers().finish();
                                    return answer;
                                });
                paid += 5;
                assertThat(answers).filteredOn(answer -> !answer.repeated()).hasSize(1);
                assertThat(answers)
                        .allMatch(answer -> answer.outcome() instanceof Outcome.Accepted);
            }

            PlayerState state = second.player(player).orElseThrow();
            assertThat(state.wallet().jokers()).isEqualTo(paid);
            one.workers().finish();
            List<StateChange> history =
                    other.players().history(player, Long.MAX_VALUE, Page.LIMIT_MAX).items();
            assertThat(history).hasSize((int) state.sequence());
            assertThat(history).extracting(StateChange::sequence).doesNotHaveDuplicates();
            assertThat(history).extracting(StateChange::id).doesNotHaveDuplicates();
            removeFromRedis(player);
            assertThat(first.player(player)).isEqualTo(Optional.of(state));
        }
    }

    private void removeFromRedis(PlayerId player) {
        RedisClient client = RedisClient.create(redis.uri());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            String[] keys =
                    connection
                            .sync()
                            .keys(redis.prefix() + "*:player:" + player)
                            .toArray(String[]::new);
            connection.sync().del(keys);
        } finally {
            client.shutdown(0, 1, TimeUnit.SECONDS);
        }
    }
}
