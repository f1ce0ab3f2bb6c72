package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.RedisClusterAddress;
import com.luckyfunatic.storage.mysql.TestMySql;
import com.luckyfunatic.storage.redis.RedisSettings;
import com.luckyfunatic.storage.scylla.ScyllaSettings;
import java.time.Duration;
import java.util.List;

/** Settings of the distributed storage on the databases of a test class. */
final class TestDatabases {
    private static final int PARTITIONS = 8;

    private TestDatabases() {}

    static DistributedSettings on(
            RedisAddress redis, MySqlAddress mySql, CassandraAddress cassandra) {
        return on(RedisSettings.single(redis.uri()), redis.prefix(), mySql, cassandra);
    }

    static DistributedSettings on(
            RedisClusterAddress redis, MySqlAddress mySql, CassandraAddress cassandra) {
        return on(RedisSettings.cluster(redis.uris()), redis.prefix(), mySql, cassandra);
    }

    private static DistributedSettings on(
            RedisSettings redis, String prefix, MySqlAddress mySql, CassandraAddress cassandra) {
        return DistributedSettings.of(
                        redis,
                        TestMySql.patient(mySql).withPartitions(PARTITIONS),
                        ScyllaSettings.at(
                                        List.of(cassandra.contactPoint()),
                                        cassandra.dataCenter(),
                                        cassandra.keyspace())
                                .creatingKeyspace(1)
                                .with(Duration.ofSeconds(10), 256))
                .withKeyPrefix(prefix)
                .withAuditSync(Duration.ZERO);
    }
}
