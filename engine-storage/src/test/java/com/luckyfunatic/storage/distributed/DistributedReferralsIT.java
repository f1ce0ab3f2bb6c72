package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.testkit.ReferralsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@WithRedis
@WithMySql
@WithCassandra
@TestInstance(Lifecycle.PER_CLASS)
class DistributedReferralsIT extends ReferralsContract {
    private final DistributedSettings settings;
    private final DistributedStorage storage;

    DistributedReferralsIT(RedisAddress redis, MySqlAddress mySql, CassandraAddress cassandra) {
        settings = TestDatabases.on(redis, mySql, cassandra);
        storage = DistributedStorage.open(settings, InstantSource.system());
    }

    @AfterAll
    void close() {
        storage.close();
    }

    @Override
    protected StorageFixture newFixture() {
        return DistributedFixture.sharing(settings, storage);
    }
}
