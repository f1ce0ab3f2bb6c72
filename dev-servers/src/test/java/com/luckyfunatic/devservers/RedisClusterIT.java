package com.luckyfunatic.devservers;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.sync.RedisAdvancedClusterCommands;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedisClusterIT {
    private static final int PLAYERS = 300;

    @TempDir Path directory;

    @ParameterizedTest
    @EnumSource(RedisVersion.class)
    void spreads_players_over_three_masters_and_runs_scripts_for_each(RedisVersion version)
            throws IOException {
        try (var cluster = start(version)) {
            ask(
                    cluster,
                    commands -> {
                        var script = "return redis.call('HINCRBY', KEYS[1], 'coins', ARGV[1])";
                        var sha = commands.scriptLoad(script);
                        for (int i = 0; i < PLAYERS; i++) {
                            String[] keys = {key(i)};
                            Long coins =
                                    commands.evalsha(sha, ScriptOutputType.INTEGER, keys, "" + i);
                            assertThat(coins).isEqualTo(i);
                        }
                    });
            assertThat(cluster.masters()).hasSize(3);
            for (var master : cluster.masters()) {
                // A fair share is 100; what matters is that nobody has none or all.
                assertThat(keysOf(master)).isBetween(50, 150);
            }
        }
    }

    @Test
    void has_every_key_again_when_a_master_was_killed_and_when_all_were_stopped() {
        try (var cluster = start(RedisVersion.NEWEST)) {
            ask(
                    cluster,
                    commands -> {
                        for (int i = 0; i < PLAYERS; i++) {
                            commands.hset(key(i), "name", "player " + i);
                        }
                    });
            cluster.masters().get(1).kill();
            cluster.masters().get(1).restart();
            cluster.awaitHealthy();
            expectAll(cluster);
        }
        try (var cluster = start(RedisVersion.NEWEST)) {
            expectAll(cluster);
        }
    }

    private static void expectAll(RedisCluster cluster) {
        ask(
                cluster,
                commands -> {
                    for (int i = 0; i < PLAYERS; i++) {
                        assertThat(commands.hget(key(i), "name")).isEqualTo("player " + i);
                    }
                });
    }

    private static String key(int player) {
        return "{p" + player + "}:state";
    }

    private static int keysOf(RedisServer master) throws IOException {
        try (var connection = RedisConnection.open(master.address())) {
            return Integer.parseInt(connection.call("DBSIZE"));
        }
    }

    private RedisCluster start(RedisVersion version) {
        return TestFiles.orSkip(
                () -> RedisCluster.start(TestFiles.get(), version, directory, List.of()));
    }

    private static void ask(
            RedisCluster cluster, Consumer<RedisAdvancedClusterCommands<String, String>> question) {
        var uris = cluster.masters().stream().map(m -> RedisURI.create(m.uri())).toList();
        var client = RedisClusterClient.create(uris);
        try (var connection = client.connect()) {
            question.accept(connection.sync());
        } finally {
            client.shutdown();
        }
    }
}
