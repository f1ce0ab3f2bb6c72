package com.luckyfunatic.storage.redis;

import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithRedis;

@WithRedis(RedisVersion.OLDEST)
class BoardScriptsOnOldestRedisIT extends BoardScriptsContract {
    BoardScriptsOnOldestRedisIT(RedisAddress redis) {
        super(redis, HotSeeds.others());
    }
}
