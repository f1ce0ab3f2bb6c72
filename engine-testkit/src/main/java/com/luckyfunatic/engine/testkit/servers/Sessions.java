package com.luckyfunatic.engine.testkit.servers;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import java.time.Duration;

/** Opens CQL sessions that have patience: changing a schema on a busy machine takes seconds. */
final class Sessions {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Sessions() {}

    /** Opens one in no keyspace. */
    static CqlSession open(CassandraAddress address) {
        return builder(address).build();
    }

    /** Opens one in the keyspace of {@code address}, which exists. */
    static CqlSession openKeyspace(CassandraAddress address) {
        return builder(address).withKeyspace(address.keyspace()).build();
    }

    private static CqlSessionBuilder builder(CassandraAddress address) {
        var config =
                DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, PATIENCE)
                        .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, PATIENCE)
                        .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, PATIENCE)
                        .build();
        return CqlSession.builder()
                .addContactPoint(address.contactPoint())
                .withLocalDatacenter(address.dataCenter())
                .withConfigLoader(config);
    }
}
