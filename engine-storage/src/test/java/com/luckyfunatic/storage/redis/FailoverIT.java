package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * That a replica which takes over is noticed, for it may lack the last changes: also one that was
 * master before, was never restarted, and so still keeps the scripts of then.
 */
@WithOwnServers
class FailoverIT {
    private static final String PREFIX = "failover:";
    private static final int LANE = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RedisServer first;
    private final RedisServer second;
    private final HotRedis.Generations generations = new HotRedis.Generations();

    FailoverIT(OwnServers servers) {
        first = servers.redis(RedisVersion.NEWEST);
        second = servers.redis(RedisVersion.NEWEST);
    }

    private HotRedis connect(RedisServer server) {
        return new HotRedis(new RedisAddress(server.uri(), PREFIX), generations);
    }

    private static RedisPlayers.Read read(HotRedis redis) {
        return redis.players.read(redis.player(LANE), null);
    }

    private static void touch(HotRedis redis) {
        assertThat(read(redis)).isInstanceOf(RedisPlayers.Read.NotLoaded.class);
    }

    /** Makes {@code replica} one, and waits until it has everything. */
    private static void follow(HotRedis replica, HotRedis master, RedisServer masterServer) {
        RedisURI uri = RedisURI.create(masterServer.uri());
        replica.commands().replicaof(uri.getHost(), uri.getPort());
        RedisCommands<String, String> commands = master.commands();
        commands.set(PREFIX + "mark", masterServer.uri());
        assertThat(commands.waitForReplication(1, PATIENCE.toMillis())).isEqualTo(1);
    }

    @Test
    void a_replica_that_takes_over_is_noticed() {
        try (HotRedis onFirst = connect(first);
                HotRedis onSecond = connect(second)) {
            touch(onFirst);
            long before = generations.current(LANE);
            follow(onSecond, onFirst, first);
            onSecond.commands().replicaofNoOne();

            touch(onSecond);

            assertThat(generations.current(LANE)).isGreaterThan(before);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_former_master_that_takes_over_again_is_noticed(boolean byWhoHasSeenTheOther) {
        try (HotRedis onFirst = connect(first);
                HotRedis onSecond = connect(second)) {
            long before = thereAndBack(onFirst, onSecond);

            // One that connects now knows all that happened meanwhile, as if it had moved along.
            try (HotRedis moved = connect(first)) {
                touch(byWhoHasSeenTheOther ? moved : onFirst);
            }

            assertThat(generations.current(LANE)).isGreaterThan(before);
        }
    }

    @Test
    void of_several_servers_that_notice_at_once_none_fails() {
        try (HotRedis a = connect(first);
                HotRedis b = connect(first);
                HotRedis c = connect(first)) {
            List<HotRedis> all = List.of(a, b, c);
            touch(a);
            long before = generations.current(LANE);
            // As if it had been restarted, but nobody has to connect again.
            a.commands().scriptFlush();

            Together.run(all.size(), i -> read(all.get(i)));

            assertThat(generations.current(LANE)).isBetween(before + 1, before + all.size());
            all.forEach(FailoverIT::touch);
        }
    }

    /** Returns the generation that was in force on the second when the first took over again. */
    private long thereAndBack(HotRedis onFirst, HotRedis onSecond) {
        touch(onFirst);
        follow(onSecond, onFirst, first);
        onSecond.commands().replicaofNoOne();
        touch(onSecond);
        follow(onFirst, onSecond, second);
        onFirst.commands().replicaofNoOne();
        onSecond.commands().set(PREFIX + "acknowledged", "and lost");
        return generations.current(LANE);
    }
}
