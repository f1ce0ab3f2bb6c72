package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithRedis;

@WithRedis
class BoardScriptsIT extends BoardScriptsContract {
    BoardScriptsIT(RedisAddress redis) {
        super(redis, HotSeeds.all());
    }
}
