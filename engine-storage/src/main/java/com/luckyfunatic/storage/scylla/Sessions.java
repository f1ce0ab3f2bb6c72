package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import java.time.Duration;
import java.util.List;

/** Opens sessions whose every wait has an end. */
final class Sessions {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration RECONNECT_FIRST = Duration.ofMillis(250);
    private static final Duration RECONNECT_LAST = Duration.ofSeconds(2);
    private static final Duration SCHEMA_WINDOW = Duration.ofMillis(10);

    private Sessions() {}

    /**
     * Opens a session that has no keyspace yet; {@code nodeChange} runs when a node goes or comes.
     */
    static CqlSession open(ScyllaSettings settings, Runnable nodeChange) {
        CqlSessionBuilder builder =
                CqlSession.builder()
                        .addContactPoints(settings.contactPoints())
                        .withLocalDatacenter(settings.localDatacenter())
                        .addNodeStateListener(new NodeWatch(nodeChange))
                        .withConfigLoader(config(settings));
        ScyllaSettings.Credentials credentials = settings.credentials();
        if (credentials != null) {
            builder.withAuthCredentials(credentials.user(), credentials.password());
        }
        if (settings.tls() != null) {
            builder.withSslContext(settings.tls());
        }
        return builder.build();
    }

    private static DriverConfigLoader config(ScyllaSettings settings) {
        return DriverConfigLoader.programmaticBuilder()
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, settings.requestTimeout())
                .withString(DefaultDriverOption.REQUEST_CONSISTENCY, settings.consistency().name())
                .withString(
                        DefaultDriverOption.REQUEST_SERIAL_CONSISTENCY,
                        ConsistencyLevel.LOCAL_SERIAL.name())
                .withDuration(DefaultDriverOption.CONNECTION_CONNECT_TIMEOUT, CONNECT_TIMEOUT)
                .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, CONNECT_TIMEOUT)
                .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, CONNECT_TIMEOUT)
                .withDuration(DefaultDriverOption.HEARTBEAT_INTERVAL, HEARTBEAT)
                .withDuration(DefaultDriverOption.HEARTBEAT_TIMEOUT, CONNECT_TIMEOUT)
                // When the database is back, so are we, within two seconds.
                .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, RECONNECT_FIRST)
                .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, RECONNECT_LAST)
                // The driver's second of patience for more changes of the schema is for tools.
                .withDuration(DefaultDriverOption.METADATA_SCHEMA_WINDOW, SCHEMA_WINDOW)
                .withStringList(
                        DefaultDriverOption.METADATA_SCHEMA_REFRESHED_KEYSPACES,
                        List.of(settings.keyspace()))
                .withBoolean(DefaultDriverOption.TIMESTAMP_GENERATOR_FORCE_JAVA_CLOCK, true)
                // It is set once, before anything else is asked.
                .withBoolean(DefaultDriverOption.REQUEST_WARN_IF_SET_KEYSPACE, false)
                // Closing waits for what is on its way; more quiet would only delay it.
                .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
                .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0)
                .build();
    }
}
