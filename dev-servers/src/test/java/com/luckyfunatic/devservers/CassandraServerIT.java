package com.luckyfunatic.devservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One server for all tests, because each start takes seconds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CassandraServerIT {
    /** Changing a schema on a busy machine takes seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir static Path directory;

    private CassandraServer cassandra;

    @BeforeAll
    void start() {
        cassandra = TestFiles.orSkip(() -> CassandraServer.start(TestFiles.get(), directory));
    }

    @AfterAll
    void stop() {
        cassandra.close();
    }

    @Test
    void keeps_what_it_has_answered_when_it_is_killed() {
        try (var session = session()) {
            session.execute(
                    "CREATE KEYSPACE journal WITH replication ="
                            + " {'class': 'SimpleStrategy', 'replication_factor': 1}");
            session.execute(
                    "CREATE TABLE journal.changes (player bigint, at timeuuid, text text,"
                            + " PRIMARY KEY (player, at)) WITH default_time_to_live = 3600"
                            + " AND compaction = {'class': 'TimeWindowCompactionStrategy',"
                            + " 'compaction_window_unit': 'HOURS', 'compaction_window_size': 1}");
            var insert =
                    session.prepare(
                            "INSERT INTO journal.changes (player, at, text) VALUES (?, now(), ?)");
            for (long i = 0; i < 300; i++) {
                session.execute(insert.bind(i % 3, "entry " + i));
            }
            assertThat(changes(session)).isEqualTo(300);
        }

        cassandra.kill();
        cassandra.restart();

        try (var session = session()) {
            assertThat(changes(session)).isEqualTo(300);
        }
    }

    @Test
    void writes_on_conditions() {
        try (var session = session()) {
            session.execute(
                    "CREATE KEYSPACE owners WITH replication ="
                            + " {'class': 'SimpleStrategy', 'replication_factor': 1}");
            session.execute("CREATE TABLE owners.owner (what int PRIMARY KEY, who text)");
            var claim = "INSERT INTO owners.owner (what, who) VALUES (1, ?) IF NOT EXISTS";
            assertThat(session.execute(claim, "Ann").wasApplied()).isTrue();
            assertThat(session.execute(claim, "Bob").wasApplied()).isFalse();
        }
    }

    @Test
    void answers_nothing_while_it_is_paused() {
        var question = SimpleStatement.newInstance("SELECT release_version FROM system.local");
        try (var session = session()) {
            cassandra.pause();
            try {
                assertThatThrownBy(
                                () -> session.execute(question.setTimeout(Duration.ofMillis(200))))
                        .isInstanceOf(DriverTimeoutException.class);
            } finally {
                cassandra.resume();
            }
            var answers = session.execute(question).all();
            assertThat(answers.getFirst().getString(0)).startsWith("5.0.");
        }
    }

    private static int changes(CqlSession session) {
        return session.execute("SELECT * FROM journal.changes").all().size();
    }

    private CqlSession session() {
        var config =
                DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, PATIENCE)
                        .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, PATIENCE)
                        .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, PATIENCE)
                        .withDuration(
                                DefaultDriverOption.METADATA_SCHEMA_WINDOW, Duration.ofMillis(5))
                        .build();
        return CqlSession.builder()
                .addContactPoint(cassandra.address())
                .withLocalDatacenter(CassandraServer.DATA_CENTER)
                .withConfigLoader(config)
                .build();
    }
}
