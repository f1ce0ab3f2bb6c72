package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.benchmarks.crash.Databases.Name;
import com.luckyfunatic.devservers.CassandraServer;
import com.luckyfunatic.devservers.MariaDbServer;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where a process of the game reaches the three databases. Immutable.
 *
 * @param redis URL; of a cluster those of all nodes, with commas between
 * @param mySql JDBC URL
 * @param cassandra host and port
 * @param keyspace in Cassandra; the database in MySQL has the same name
 */
record Addresses(String redis, String mySql, String cassandra, String keyspace) {
    /**
     * Returns those of {@code databases}.
     *
     * @param where each is reached: itself, or a proxy before it; not asked for a Redis Cluster
     */
    static Addresses of(
            Databases databases, String keyspace, Function<Name, InetSocketAddress> where) {
        MariaDbServer mariaDb = (MariaDbServer) databases.server(Name.MYSQL);
        return new Addresses(
                databases.hasRedisCluster()
                        ? databases.redis().stream()
                                .map(node -> redisUrl(node.address()))
                                .collect(Collectors.joining(","))
                        : redisUrl(where.apply(Name.REDIS)),
                mariaDb.jdbcUrl(keyspace)
                        .replace(text(mariaDb.address()), text(where.apply(Name.MYSQL))),
                text(where.apply(Name.CASSANDRA)),
                keyspace);
    }

    /** Returns those of the databases themselves, past every proxy. */
    static Addresses past(Databases databases, String keyspace) {
        return of(databases, keyspace, name -> databases.server(name).address());
    }

    private static String redisUrl(InetSocketAddress address) {
        return "redis://" + text(address);
    }

    /** Returns {@code address} as host and port. */
    static String text(InetSocketAddress address) {
        return "127.0.0.1:" + address.getPort();
    }

    /** As variables of the environment of a server or a worker. */
    Map<String, String> variables() {
        return Map.of(
                "FUNATIC_STORAGE",
                "distributed",
                "FUNATIC_REDIS_URL",
                redis,
                "FUNATIC_MYSQL_URL",
                mySql,
                "FUNATIC_SCYLLA_CONTACT_POINTS",
                cassandra,
                "FUNATIC_SCYLLA_DATACENTER",
                CassandraServer.DATA_CENTER,
                "FUNATIC_SCYLLA_KEYSPACE",
                keyspace);
    }

    /** As arguments of {@link StorageWorker} and {@link BooksCheck}. */
    List<String> arguments() {
        return List.of(redis, mySql, cassandra, keyspace);
    }
}
