package com.luckyfunatic.storage.scylla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithCassandra
class MigrationsIT {
    private static final int PROGRAMS = 4;

    private final ScyllaSettings settings;
    private final CqlSession session;

    MigrationsIT(CassandraAddress address) {
        settings = TestSettings.at(address);
        session = Sessions.open(settings, () -> {});
    }

    @BeforeEach
    void emptyKeyspace() {
        session.execute("DROP KEYSPACE IF EXISTS " + settings.keyspace());
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void programs_that_start_at_once_make_one_schema() throws Exception {
        try (ExecutorService programs = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> opening = new ArrayList<>();
            for (int i = 0; i < PROGRAMS; i++) {
                opening.add(programs.submit(() -> ScyllaDatabase.open(settings).close()));
            }
            for (Future<?> each : opening) {
                each.get();
            }
        }

        assertThat(appliedNames())
                .containsExactlyInAnyOrder(
                        "V1__audit_trail.cql", "V2__play_sessions.cql", "V3__audit_manifest.cql");
        ScyllaDatabase.open(settings).close();
    }

    @Test
    void a_later_start_applies_only_what_is_missing() {
        Migration first = Migration.of("V1__one.cql", "CREATE TABLE one (a int PRIMARY KEY);");
        Migration second =
                Migration.of(
                        "V2__two.cql",
                        "-- two statements\nCREATE TABLE two (a int PRIMARY KEY);\n\nALTER TABLE"
                                + " one ADD b int;\n");
        migrate(List.of(first));

        // The statements of the first would fail if they ran again.
        migrate(List.of(first, second));
        migrate(List.of(first, second));
        migrate(List.of(first));

        session.execute("INSERT INTO one (a, b) VALUES (1, 1)");
        assertThat(appliedNames()).containsExactlyInAnyOrder("V1__one.cql", "V2__two.cql");
    }

    @Test
    void a_migration_that_was_changed_after_it_was_applied_stops_the_start() {
        migrate(List.of(Migration.of("V1__one.cql", "CREATE TABLE one (a int PRIMARY KEY);")));

        assertThatThrownBy(() ->
                        migrate(
                                List.of(
                                        Migration.of(
                                                "V1__one.cql",
                                                "CREATE TABLE one (b int PRIMARY KEY);"))))
                .isInstanceOf(StorageNotOpenableException.class)
                .hasMessageContaining("V1__one.cql");
    }

    @Test
    void a_holder_of_the_lock_lets_the_next_in_when_it_is_done() throws Exception {
        createKeyspace();
        session.execute(MigrationLock.TABLE);
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> waiting;
            try (MigrationLock _ = MigrationLock.acquire(session)) {
                waiting = others.submit(() -> MigrationLock.acquire(session).close());
                assertThat(waiting).isNotDone();
            }
            waiting.get();
        }
    }

    @Test
    void a_keyspace_that_must_exist_and_does_not_stops_the_start() {
        assertThatThrownBy(() -> ScyllaDatabase.open(settings.creatingKeyspace(0)))
                .isInstanceOf(StorageNotOpenableException.class)
                .hasMessageContaining(settings.keyspace());
    }

    private void migrate(List<Migration> migrations) {
        createKeyspace();
        new Migrations(session, migrations).apply();
    }

    private void createKeyspace() {
        session.execute(
                ("CREATE KEYSPACE IF NOT EXISTS %s WITH replication ="
                                + " {'class': 'SimpleStrategy', 'replication_factor': 1}")
                        .formatted(settings.keyspace()));
        session.execute("USE " + settings.keyspace());
    }

    private List<String> appliedNames() {
        return session
                .execute("SELECT name FROM %s.schema_migration".formatted(settings.keyspace()))
                .all()
                .stream()
                .map(row -> row.getString("name"))
                .toList();
    }
}
