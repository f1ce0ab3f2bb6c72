package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.devservers.RedisCluster;
import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import com.luckyfunatic.storage.codec.GameCodec;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** That each node of a cluster which died is noticed, and the others go on as they are. */
@WithOwnServers
class LostNodesIT {
    private static final String PREFIX = "lost:";
    private static final Partitions PARTITIONS = new Partitions(HotRedis.LANES);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final OwnServers servers;
    private final RedisCluster cluster;
    private final HotRedis.Generations generations = new HotRedis.Generations();

    LostNodesIT(OwnServers servers) {
        this.servers = servers;
        cluster = servers.redisCluster(RedisVersion.NEWEST);
    }

    /** Each of the three masters has a third of the slots. */
    private static int masterOf(int partition) {
        int slot = SlotHash.getSlot(new Keys(PREFIX).generation(partition));
        return slot * 3 / SlotHash.SLOT_COUNT;
    }

    private static int partitionOn(int master) {
        return IntStream.range(0, PARTITIONS.count())
                .filter(partition -> masterOf(partition) == master)
                .findFirst()
                .orElseThrow();
    }

    private static PlayerId player(int partition) {
        return LongStream.iterate(1, id -> id + 1)
                .mapToObj(PlayerId::new)
                .filter(player -> PARTITIONS.of(player) == partition)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void two_nodes_that_died_together_are_both_noticed_and_the_third_goes_on() {
        List<Integer> partitions =
                IntStream.range(0, 3).map(LostNodesIT::partitionOn).boxed().toList();
        RedisSettings settings =
                new RedisSettings(
                        cluster.masters().stream().map(RedisServer::uri).toList(), true, PATIENCE);
        try (RedisStore store =
                RedisStore.open(settings, PREFIX, PARTITIONS, generations, new GameCodec())) {
            partitions.forEach(each -> touch(store, each));
            List<Long> before = partitions.stream().map(generations::current).toList();

            cluster.masters().subList(0, 2).forEach(RedisServer::kill);
            cluster.masters().subList(0, 2).forEach(RedisServer::restart);
            cluster.awaitHealthy();

            touch(store, partitions.get(0));
            assertThat(generations.current(partitions.get(0))).isGreaterThan(before.get(0));
            touch(store, partitions.get(1));
            assertThat(generations.current(partitions.get(1))).isGreaterThan(before.get(1));
            touch(store, partitions.get(2));
            assertThat(generations.current(partitions.get(2))).isEqualTo(before.get(2));
        }
    }

    @Test
    void a_cluster_that_wants_every_node_is_away_when_one_is() {
        try (RedisStore store = open(cluster)) {
            store.checkAvailable();
            checkEveryNode(store);

            cluster.masters().getFirst().kill();

            untilAway(store::checkAvailable);
            assertThatThrownBy(() -> checkEveryNode(store))
                    .isInstanceOf(StorageUnavailableException.class)
                    .hasMessageContaining(address(cluster.masters().getFirst()));
        }
    }

    @Test
    void other_nodes_go_on_where_they_may_and_the_lost_one_is_named() {
        RedisCluster partly =
                servers.redisCluster(RedisVersion.NEWEST, "--cluster-require-full-coverage", "no");
        try (RedisStore store = open(partly)) {
            partly.masters().getFirst().kill();

            untilAway(() -> checkEveryNode(store));
            store.checkAvailable();
            assertThatThrownBy(() -> checkEveryNode(store))
                    .hasMessageContaining(address(partly.masters().getFirst()))
                    .hasMessageContaining(address(partly.masters().getLast()) + "=ok");

            partly.masters().subList(1, 3).forEach(RedisServer::kill);
            untilAway(store::checkAvailable);
        }
    }

    @Test
    void a_node_that_hangs_does_not_hold_up_the_answer_of_another() throws Exception {
        RedisCluster partly =
                servers.redisCluster(RedisVersion.NEWEST, "--cluster-require-full-coverage", "no");
        RedisServer hung = partly.masters().getFirst();
        try (RedisStore store = open(partly, PATIENCE);
                ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            checkEveryNode(store);
            hung.pause();
            Future<?> all = thread.submit(() -> checkEveryNode(store));

            store.checkAvailable();

            assertThat(all.isDone()).as("whether the hung node was not waited for").isFalse();
            hung.resume();
            all.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } finally {
            hung.resume();
        }
    }

    private static void checkEveryNode(RedisStore store) {
        store.parts().stream()
                .filter(part -> part.name().equals("redis-nodes"))
                .findFirst()
                .orElseThrow()
                .check()
                .run();
    }

    private static String address(RedisServer server) {
        return "127.0.0.1:" + server.address().getPort();
    }

    private RedisStore open(RedisCluster opened) {
        return open(opened, Duration.ofSeconds(1));
    }

    private RedisStore open(RedisCluster opened, Duration timeout) {
        RedisSettings settings =
                new RedisSettings(
                        opened.masters().stream().map(RedisServer::uri).toList(), true, timeout);
        return RedisStore.open(settings, PREFIX, PARTITIONS, generations, new GameCodec());
    }

    /** The others notice a lost node after two seconds. */
    private static void untilAway(Runnable check) {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (isThere(check)) {
            assertThat(System.nanoTime()).isLessThan(giveUpAt);
        }
    }

    private static boolean isThere(Runnable check) {
        try {
            check.run();
            return true;
        } catch (StorageUnavailableException e) {
            return false;
        }
    }

    private static void touch(RedisStore store, int partition) {
        assertThat(store.players().read(player(partition), null))
                .isInstanceOf(RedisPlayers.Read.NotLoaded.class);
    }
}
