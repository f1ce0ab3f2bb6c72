package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithRedis;

@WithRedis
class HotScriptsIT extends HotScriptsContract {
    HotScriptsIT(RedisAddress redis) {
        super(redis, HotSeeds.all());
    }
}
