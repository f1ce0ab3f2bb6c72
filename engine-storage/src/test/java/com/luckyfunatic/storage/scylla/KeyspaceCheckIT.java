package com.luckyfunatic.storage.scylla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.storage.check.Finding;
import com.luckyfunatic.storage.check.Finding.Weight;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said about a keyspace of a real server. */
@WithCassandra
class KeyspaceCheckIT {
    private final ScyllaSettings settings;
    private final CassandraAddress address;
    private final CqlSession session;

    KeyspaceCheckIT(CassandraAddress address) {
        this.address = address;
        settings = TestSettings.at(address);
        session = Sessions.open(settings, () -> {});
    }

    @BeforeEach
    void noKeyspace() {
        session.execute("DROP KEYSPACE IF EXISTS " + settings.keyspace());
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void createKeyspace(String replication) {
        session.execute(
                "CREATE KEYSPACE "
                        + settings.keyspace()
                        + " WITH replication = {"
                        + replication
                        + "}");
    }

    @Test
    void version_and_replication_are_told_and_a_single_copy_is_doubted() {
        try (ScyllaDatabase database = ScyllaDatabase.open(settings)) {
            List<Finding> findings = database.findings();

            assertThat(findings)
                    .extracting(Finding::weight)
                    .containsExactly(Weight.NOTE, Weight.DOUBT);
            assertThat(findings.getFirst().text())
                    .startsWith("1 known nodes of version [")
                    .contains("keyspace " + settings.keyspace() + " has replication");
            assertThat(findings.getLast().toString())
                    .startsWith("scylla: replication of keyspace " + settings.keyspace())
                    .contains(address.dataCenter() + " is 1, should be 3: ");
        }
    }

    @Test
    void a_replication_that_does_not_name_data_centres_counts_everywhere() {
        createKeyspace("'class': 'SimpleStrategy', 'replication_factor': 1");

        try (ScyllaDatabase database = ScyllaDatabase.open(settings)) {
            assertThat(database.findings().getLast().text()).contains(" is 1, should be 3: ");
        }
    }

    /** One node cannot be a cluster of two data centres, but this process can ask for the other. */
    @Test
    void a_keyspace_without_a_copy_in_our_data_centre_is_refused() {
        ScyllaDatabase.open(settings).close();
        try (CqlSession fresh = Sessions.open(settings, () -> {})) {
            ScyllaSettings elsewhere =
                    TestSettings.at(address.contactPoint(), "elsewhere", address.keyspace());

            assertThatThrownBy(() -> KeyspaceCheck.requireCopies(fresh, elsewhere))
                    .isInstanceOf(StorageNotOpenableException.class)
                    .hasMessageContaining("data centre elsewhere is 0, must be 1 at least");
            KeyspaceCheck.requireCopies(fresh, settings);
        }
    }
}
