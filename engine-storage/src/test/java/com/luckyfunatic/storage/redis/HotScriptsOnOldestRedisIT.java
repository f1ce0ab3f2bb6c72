package com.luckyfunatic.storage.redis;

import com.luckyfunatic.devservers.RedisVersion;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithRedis;

@WithRedis(RedisVersion.OLDEST)
class HotScriptsOnOldestRedisIT extends HotScriptsContract {
    HotScriptsOnOldestRedisIT(RedisAddress redis) {
        super(redis, HotSeeds.others());
    }
}
