package com.luckyfunatic.engine.testkit.servers;

import com.datastax.oss.driver.api.core.CqlSession;
import java.net.InetSocketAddress;

/**
 * Where a server that speaks CQL is.
 *
 * @param contactPoint one of its nodes
 * @param dataCenter the data centre of that node, which drivers ask for
 * @param keyspace a name that nobody else uses; whoever uses it creates the keyspace, because how
 *     it is replicated is not the business of a test
 */
public record CassandraAddress(InetSocketAddress contactPoint, String dataCenter, String keyspace) {
    /**
     * From {@code host:port/data centre}.
     *
     * @throws IllegalArgumentException if {@code server} is something else
     */
    static CassandraAddress on(String server, String keyspace) {
        var parts = server.split("[:/]", -1);
        if (!server.matches("[^:/]+:\\d{1,5}/[^:/]+")) {
            throw new IllegalArgumentException(
                    "not an address as host:9042/datacenter1: " + server);
        }
        var node = new InetSocketAddress(parts[0], Integer.parseInt(parts[1]));
        return new CassandraAddress(node, parts[2], keyspace);
    }

    /**
     * Opens a session in the keyspace, which exists: to see what an adapter has written there, and
     * to damage it behind the adapter's back. Close it.
     */
    public CqlSession connect() {
        return Sessions.openKeyspace(this);
    }
}
