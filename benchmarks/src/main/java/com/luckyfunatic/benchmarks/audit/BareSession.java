package com.luckyfunatic.benchmarks.audit;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Opens sessions of the driver as the yardsticks use it. */
final class BareSession {
    private BareSession() {}

    /** Opens one that waits {@code timeout} for each request. */
    static CqlSession open(
            InetSocketAddress node, String dataCenter, String keyspace, Duration timeout) {
        return CqlSession.builder()
                .addContactPoint(node)
                .withLocalDatacenter(dataCenter)
                .withKeyspace(keyspace)
                .withConfigLoader(
                        DriverConfigLoader.programmaticBuilder()
                                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, timeout)
                                .withString(DefaultDriverOption.REQUEST_CONSISTENCY, "LOCAL_QUORUM")
                                .build())
                .build();
    }
}
