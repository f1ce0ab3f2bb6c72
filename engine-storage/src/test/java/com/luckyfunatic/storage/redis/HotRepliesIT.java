package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.RuleHandler;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.Seeds;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.fault.Fault;
import com.luckyfunatic.engine.testkit.fault.FaultProxy;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import com.luckyfunatic.storage.redis.hot.EffectiveField;
import io.lettuce.core.RedisURI;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A script that decides must run once, whatever becomes of its reply: unlike a swap, it cannot tell
 * that it has run before.
 */
@WithRedis
class HotRepliesIT {
    private static final int LANE = 3;
    private static final long AT = SettableClock.START.toEpochMilli();
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final RedisAddress address;
    private final AtomicLong changeIds = new AtomicLong(1);
    private final RuleHandler rules =
            new RuleHandler(TestCatalogs.full(), Seeds.random(1), changeIds::incrementAndGet);

    HotRepliesIT(RedisAddress address) {
        this.address = address;
    }

    static List<Fault> faults() {
        return List.of(new Fault.Drop(), new Fault.Reset(), new Fault.Cut(), new Fault.BlackHole());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_tap_whose_reply_is_lost_counts_once(Fault fault) {
        RedisURI uri = RedisURI.create(address.uri());
        try (HotRedis direct = new HotRedis(address);
                FaultProxy proxy =
                        FaultProxy.to(new InetSocketAddress(uri.getHost(), uri.getPort()));
                HotRedis redis = new HotRedis(through(proxy), RedisSettings.TIMEOUT)) {
            PlayerId player = newPlayer(direct, redis);
            HotPlayers hot = redis.hotPlayers(redis.scripts::of);
            assertThat(tap(hot, player, AT + 1)).isInstanceOf(HotPlayers.Hot.Done.class);

            proxy.once(fault);
            assertThatThrownBy(() -> tap(hot, player, AT + 2))
                    .isInstanceOf(StorageUnavailableException.class);
            proxy.heal();
            proxy.resetAll();
            untilAnswered(() -> redis.players.read(player, null));

            assertThat(tap(hot, player, AT + 3)).isInstanceOf(HotPlayers.Hot.Done.class);
            HotRedis.Stored stored = direct.stored(LANE);
            assertThat(stored.entries()).isEqualTo(3);
            assertThat(new PlayerFields().read(stored.hash()).tap().taps()).isEqualTo(3);
        }
    }

    private RedisAddress through(FaultProxy proxy) {
        RedisURI uri = RedisURI.create(address.uri());
        uri.setHost(proxy.address().getHostString());
        uri.setPort(proxy.address().getPort());
        return new RedisAddress(uri.toURI().toString(), address.prefix());
    }

    /** A player that scripts may decide about, in a Redis that knows all scripts. */
    private PlayerId newPlayer(HotRedis direct, HotRedis redis) {
        PlayerId player = redis.player(LANE);
        PlayerState state =
                Objects.requireNonNull(
                        rules.handle(null, envelope(player, new CreatePlayer(null, false), AT))
                                .answer()
                                .state());
        direct.forget(LANE);
        long generation =
                redis.players.read(player, null) instanceof RedisPlayers.Read.NotLoaded(long known)
                        ? known
                        : -1;
        PlayerVersion version = new PlayerVersion(generation, 1, state.sequence(), 1);
        redis.players.hydrate(player, version, state, AT);
        direct.commands()
                .hset(
                        redis.keys.player(LANE, player),
                        PlayerFields.EFFECTIVE,
                        EffectiveField.of(
                                state,
                                redis.hotPlayers(redis.scripts::of).content(rules.catalog())));
        return player;
    }

    private static CommandEnvelope envelope(PlayerId player, Command command, long now) {
        return new CommandEnvelope(player, null, now, Actor.Player.SELF, command);
    }

    private HotPlayers.Hot tap(HotPlayers hot, PlayerId player, long now) {
        return hot.execute(envelope(player, new Tap(1), now), rules);
    }

    private static void untilAnswered(Runnable question) {
        StorageUnavailableException last = null;
        long giveUpAt = System.nanoTime() + PATIENCE_NANOS;
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
}
