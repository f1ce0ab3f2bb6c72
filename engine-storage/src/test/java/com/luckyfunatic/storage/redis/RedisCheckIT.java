package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.RedisClusterAddress;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import com.luckyfunatic.engine.testkit.servers.WithRedisCluster;
import com.luckyfunatic.storage.check.Finding;
import com.luckyfunatic.storage.check.Finding.Weight;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said about the settings of real servers. */
@WithOwnServers
@WithRedisCluster
class RedisCheckIT {
    private static final InstantSource CLOCK = InstantSource.system();

    private final OwnServers servers;

    RedisCheckIT(OwnServers servers) {
        this.servers = servers;
    }

    private static List<Finding> findings(String uri, InstantSource clock) {
        try (RedisNodes nodes = RedisNodes.open(RedisSettings.single(uri))) {
            return new RedisHealth(nodes).findings(clock);
        }
    }

    private static List<String> of(Weight weight, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.weight() == weight)
                .map(Finding::toString)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(RedisVersion.class)
    void of_a_safe_server_only_its_version_and_forcing_are_told(RedisVersion version) {
        List<Finding> findings = findings(servers.redis(version).uri(), CLOCK);

        assertThat(findings).hasSize(2);
        assertThat(of(Weight.NOTE, findings).getFirst())
                .startsWith(
                        "redis: it is version " + (version == RedisVersion.OLDEST ? "6.2" : "7"));
        assertThat(of(Weight.NOTE, findings).getLast())
                .startsWith("redis: appendfsync is everysec");
    }

    @ParameterizedTest
    @CsvSource({
        "--appendonly, no, appendonly is no",
        "--maxmemory-policy, allkeys-lru, maxmemory-policy is allkeys-lru",
        "--no-appendfsync-on-rewrite, yes, no-appendfsync-on-rewrite is yes",
        "--appendfsync, no, appendfsync is no"
    })
    void an_unsafe_setting_is_named_with_its_remedy(String option, String value, String said) {
        RedisServer server = servers.redis(RedisVersion.NEWEST, option, value);

        assertThat(of(Weight.UNSAFE, findings(server.uri(), CLOCK)))
                .singleElement()
                .asString()
                .startsWith("redis: " + said)
                .contains("; set it to ");
    }

    @ParameterizedTest
    @EnumSource(RedisVersion.class)
    void players_that_take_more_memory_than_they_need_are_a_doubt(RedisVersion version) {
        RedisServer server = servers.redis(version, "--hash-max-ziplist-value", "4095");

        assertThat(of(Weight.DOUBT, findings(server.uri(), CLOCK)))
                .singleElement()
                .asString()
                .contains("-value is 4095: a player takes a third more memory");
    }

    @Test
    void everything_is_said_at_once() {
        RedisServer server =
                servers.redis(
                        RedisVersion.NEWEST,
                        "--appendonly",
                        "no",
                        "--maxmemory-policy",
                        "volatile-ttl");

        assertThat(of(Weight.UNSAFE, findings(server.uri(), CLOCK))).hasSize(2);
    }

    @Test
    void a_master_that_answers_without_its_replica_is_unsafe_and_so_is_a_replica() {
        RedisServer master = servers.redis(RedisVersion.NEWEST);
        RedisServer replica =
                servers.redis(
                        RedisVersion.NEWEST,
                        "--replicaof",
                        "127.0.0.1",
                        Integer.toString(master.address().getPort()));
        untilReplicaIsAttached(master);

        assertThat(of(Weight.UNSAFE, findings(master.uri(), CLOCK)))
                .singleElement()
                .asString()
                .contains("min-replicas-to-write is 0");
        assertThat(of(Weight.UNSAFE, findings(replica.uri(), CLOCK)))
                .singleElement()
                .asString()
                .contains("it is a replica");
    }

    @Test
    void a_master_that_sends_its_scripts_to_a_replica_is_unsafe() {
        RedisServer master = servers.redis(RedisVersion.OLDEST, "--min-replicas-to-write", "1");
        servers.redis(
                RedisVersion.OLDEST,
                "--replicaof",
                "127.0.0.1",
                Integer.toString(master.address().getPort()));
        untilReplicaIsAttached(master);

        assertThat(of(Weight.UNSAFE, findings(master.uri(), CLOCK)))
                .singleElement()
                .asString()
                .contains("use 7.0 or newer, or no replica");
    }

    private static void untilReplicaIsAttached(RedisServer master) {
        RedisClient client = RedisClient.create(master.uri());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            long giveUpAt = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (!connection.sync().info("replication").contains("state=online")) {
                assertThat(System.nanoTime()).isLessThan(giveUpAt);
            }
        } finally {
            client.shutdown(0, 1, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_server_that_does_not_say_is_told_from_a_safe_one() {
        RedisServer server =
                servers.redis(
                        RedisVersion.NEWEST,
                        "--user",
                        "game",
                        "on",
                        "nopass",
                        "~*",
                        "&*",
                        "+@all",
                        "-config");
        String uri = server.uri().replace("redis://", "redis://game:any@");

        List<Finding> findings = findings(uri, CLOCK);

        assertThat(of(Weight.HIDDEN, findings))
                .singleElement()
                .asString()
                .startsWith("redis: CONFIG is denied")
                .doesNotContain("game:any");
        assertThat(of(Weight.UNSAFE, findings)).isEmpty();
    }

    @Test
    void a_clock_that_is_wrong_is_doubted_and_a_very_wrong_one_is_unsafe() {
        String uri = servers.redis(RedisVersion.NEWEST).uri();
        InstantSource slow = InstantSource.offset(CLOCK, Duration.ofSeconds(-5));
        InstantSource fast = InstantSource.offset(CLOCK, Duration.ofSeconds(90));

        assertThat(of(Weight.DOUBT, findings(uri, slow)))
                .singleElement()
                .asString()
                .contains("ahead of the one that the game goes by");
        assertThat(of(Weight.UNSAFE, findings(uri, fast)))
                .singleElement()
                .asString()
                .contains("behind the one that the game goes by");
    }

    @Test
    void every_master_of_a_cluster_is_asked(RedisClusterAddress cluster) {
        try (RedisNodes nodes = RedisNodes.open(RedisSettings.cluster(cluster.uris()))) {
            List<Finding> findings = new RedisHealth(nodes).findings(CLOCK);

            assertThat(findings).extracting(Finding::weight).containsOnly(Weight.NOTE);
            assertThat(findings)
                    .filteredOn(finding -> finding.text().startsWith("appendfsync"))
                    .extracting(Finding::backend)
                    .doesNotHaveDuplicates()
                    .hasSize(3);
        }
    }

    @Test
    void a_node_of_a_cluster_that_is_taken_for_a_single_redis_is_unsafe(
            RedisClusterAddress cluster) {
        assertThat(of(Weight.UNSAFE, findings(cluster.uris().getFirst(), CLOCK)))
                .singleElement()
                .asString()
                .startsWith("redis: cluster-enabled is yes")
                .contains("set redis-cluster to true");
    }

    @Test
    void a_cluster_whose_slots_have_no_master_is_unsafe() {
        RedisServer lonely = servers.redis(RedisVersion.NEWEST, "--cluster-enabled", "yes");

        assertThat(of(Weight.UNSAFE, findings(lonely.uri(), CLOCK)))
                .anyMatch(said -> said.startsWith("redis: cluster_state is fail"));
    }

    @Test
    void a_cluster_whose_nodes_have_not_met_yet_is_one_to_wait_for() {
        RedisServer lonely = servers.redis(RedisVersion.NEWEST, "--cluster-enabled", "yes");

        try (RedisNodes nodes = RedisNodes.open(RedisSettings.cluster(List.of(lonely.uri())))) {
            RedisHealth health = new RedisHealth(nodes);
            assertThatThrownBy(() -> health.findings(CLOCK))
                    .isInstanceOf(StorageUnavailableException.class)
                    .hasMessageContaining("cluster_state is fail");
        }
    }
}
