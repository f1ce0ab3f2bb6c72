package com.luckyfunatic.storage.scylla;

import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** Settings for servers of tests: one node, on a machine that is busy with others. */
final class TestSettings {
    private TestSettings() {}

    static ScyllaSettings at(CassandraAddress address) {
        return at(address.contactPoint(), address.dataCenter(), address.keyspace());
    }

    static ScyllaSettings at(InetSocketAddress node, String dataCenter, String keyspace) {
        return ScyllaSettings.at(List.of(node), dataCenter, keyspace)
                .creatingKeyspace(1)
                .with(Duration.ofSeconds(10), 64);
    }
}
