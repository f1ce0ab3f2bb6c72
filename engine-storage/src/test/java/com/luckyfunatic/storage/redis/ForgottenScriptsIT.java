package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import com.luckyfunatic.storage.redis.script.Script;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That a Redis which died knows none of our scripts, also when its file has kept the rest. */
@WithOwnServers
class ForgottenScriptsIT {
    private static final String PREFIX = "forgotten:";

    private final OwnServers servers;

    ForgottenScriptsIT(OwnServers servers) {
        this.servers = servers;
    }

    private static String[] shas(HotRedis redis) {
        return redis.loadedScripts().stream().map(Script::sha).toArray(String[]::new);
    }

    private static void load(HotRedis redis) {
        redis.run(redis.scripts.getGameState, Arrays.copyOf(redis.scriptKeys(0), 3), "1", "1");
    }

    @ParameterizedTest
    @EnumSource(RedisVersion.class)
    void a_redis_that_kept_its_file_has_forgotten_them(RedisVersion version) {
        RedisServer server =
                servers.redis(version, "--appendonly", "yes", "--appendfsync", "always");
        RedisAddress address = new RedisAddress(server.uri(), PREFIX);
        HotRedis.Generations generations = new HotRedis.Generations();
        String[] before;
        long generation;
        try (HotRedis redis = new HotRedis(address, generations)) {
            load(redis);
            redis.commands().set(PREFIX + "kept", "yes");
            before = shas(redis);
            generation = generations.current(0);

            assertThat(redis.commands().scriptExists(before)).containsOnly(true);
        }

        server.kill();
        server.restart();

        try (HotRedis redis = new HotRedis(address, generations)) {
            assertThat(redis.commands().get(PREFIX + "kept")).isEqualTo("yes");
            assertThat(redis.commands().scriptExists(before)).containsOnly(false);

            load(redis);

            assertThat(redis.commands().scriptExists(shas(redis))).containsOnly(true);
            assertThat(generations.current(0)).isGreaterThan(generation);
        }
    }
}
