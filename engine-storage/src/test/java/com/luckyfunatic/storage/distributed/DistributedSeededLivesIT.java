package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.testkit.SeededLivesContract;
import com.luckyfunatic.engine.testkit.StorageFixture;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@WithRedis
@WithMySql
@WithCassandra
@TestInstance(Lifecycle.PER_CLASS)
class DistributedSeededLivesIT extends SeededLivesContract {
    private final DistributedSettings settings;

    DistributedSeededLivesIT(RedisAddress redis, MySqlAddress mySql, CassandraAddress cassandra) {
        settings = TestDatabases.on(redis, mySql, cassandra);
    }

    @Override
    protected StorageFixture newFixture() {
        return DistributedFixture.opening(settings);
    }
}
