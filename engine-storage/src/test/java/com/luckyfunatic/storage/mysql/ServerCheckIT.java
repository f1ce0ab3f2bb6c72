package com.luckyfunatic.storage.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import com.luckyfunatic.storage.check.Finding;
import com.luckyfunatic.storage.check.Finding.Weight;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said about the settings of real servers and connections. */
@WithOwnServers
class ServerCheckIT {
    private final OwnServers servers;

    ServerCheckIT(OwnServers servers) {
        this.servers = servers;
    }

    private static List<String> unsafe(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.weight() == Weight.UNSAFE)
                .map(finding -> finding.text().split(":", 2)[0])
                .toList();
    }

    @Test
    void every_unsafe_setting_of_a_server_is_named_with_its_value_and_what_it_must_be() {
        var server =
                servers.mariaDb(
                        "--innodb-flush-log-at-trx-commit=2",
                        "--innodb-doublewrite=OFF",
                        "--log-bin=binlog",
                        "--server-id=1",
                        "--binlog-format=ROW",
                        "--sync-binlog=0",
                        "--max-allowed-packet=1M",
                        "--character-set-server=latin1",
                        "--read-only=ON");
        var settings = MySqlSettings.of(server.jdbcUrl("game"), "", "");

        try (MySqlDatabase database = MySqlDatabase.open(settings)) {
            assertThat(unsafe(database.findings(InstantSource.system())))
                    .containsExactly(
                            "innodb_flush_log_at_trx_commit is 2, must be 1",
                            "innodb_doublewrite is OFF, must be ON",
                            "sync_binlog is 0, must be 1",
                            "character_set_database is LATIN1, must be UTF8MB4",
                            "max_allowed_packet is 1048576, must be 16777216 at least",
                            "read_only is ON, must be OFF");
        }
    }

    /** As a proxy between server and pool may leave one. */
    @Test
    void so_is_what_a_connection_has_that_is_not_set_up_as_ours_are() throws SQLException {
        var server = servers.mariaDb();

        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("game"));
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("SET SESSION time_zone = '+02:00', SESSION sql_mode = ''");

            assertThat(unsafe(ServerCheck.findings(connection, InstantSource.system())))
                    .containsExactly(
                            "transaction_isolation is REPEATABLE-READ, must be READ-COMMITTED",
                            "sql_mode is empty, must be STRICT_ALL_TABLES among others",
                            "time_zone is +02");
        }
    }
}
