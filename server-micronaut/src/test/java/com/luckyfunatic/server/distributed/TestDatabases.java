package com.luckyfunatic.server.distributed;

import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;

/** Environment variables that lead a server to the databases of a test. */
final class TestDatabases {
    private TestDatabases() {}

    static Map<String, String> at(
            String redisUris,
            String prefix,
            String jdbcUrl,
            InetSocketAddress cassandra,
            String dataCenter,
            String keyspace) {
        Map<String, String> variables = new HashMap<>();
        variables.put("FUNATIC_STORAGE", "distributed");
        variables.put("FUNATIC_PARTITIONS", "8");
        variables.put("FUNATIC_REDIS_URL", redisUris);
        variables.put("FUNATIC_REDIS_KEY_PREFIX", prefix);
        variables.put("FUNATIC_MYSQL_URL", jdbcUrl);
        variables.put(
                "FUNATIC_SCYLLA_CONTACT_POINTS",
                cassandra.getHostString() + ":" + cassandra.getPort());
        variables.put("FUNATIC_SCYLLA_DATACENTER", dataCenter);
        variables.put("FUNATIC_SCYLLA_KEYSPACE", keyspace);
        variables.put("FUNATIC_SCYLLA_REPLICAS", "1");
        return variables;
    }

    static Map<String, String> at(
            String redisUris, String prefix, MySqlAddress mySql, CassandraAddress cassandra) {
        return at(
                redisUris,
                prefix,
                mySql.jdbcUrl(),
                cassandra.contactPoint(),
                cassandra.dataCenter(),
                cassandra.keyspace());
    }
}
