package com.luckyfunatic.storage.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.storage.audit.AuditChain;
import com.luckyfunatic.storage.audit.AuditCheck;
import com.luckyfunatic.storage.audit.AuditFinding;
import com.luckyfunatic.storage.audit.AuditReport;
import com.luckyfunatic.storage.audit.AuditSealer;
import com.luckyfunatic.storage.audit.Settling;
import com.luckyfunatic.storage.audit.TamperedRows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows of the real database are changed behind our back; each time it shows. */
@WithMySql
class MySqlTamperingIT {
    private static final long NOW = 1_790_000_000_000L;
    private static final int ROWS = 40;
    private static final int TAMPERINGS = 100;

    @Test
    void what_was_tampered_with_is_found(MySqlAddress address) throws SQLException {
        try (MySqlDatabase database = MySqlDatabase.open(TestMySql.patient(address));
                Connection connection = DriverManager.getConnection(address.jdbcUrl())) {
            for (int i = 1; i <= ROWS; i++) {
                database.operatorActions()
                        .append(
                                new OperatorAction(
                                        2L * i,
                                        new OperatorName("ada"),
                                        NOW,
                                        "read",
                                        new PlayerId(7),
                                        "plan",
                                        ActionOutcome.DONE,
                                        "because " + i));
            }
            insertArchive(connection);
            tamper(
                    database,
                    "operator-actions",
                    new TamperedRows(
                            connection,
                            "operator_action",
                            "action_id",
                            List.of("at_millis", "player_id", "outcome"),
                            List.of("operator", "action", "reference", "detail"),
                            ROWS,
                            2));
            try (Statement statement = connection.createStatement()) {
                statement.execute("DROP TABLE kept");
                statement.execute("DROP INDEX change_archive_by_entries ON change_archive");
            }
            tamper(
                    database,
                    "archive",
                    new TamperedRows(
                            connection,
                            "change_archive",
                            "id",
                            List.of(
                                    "partition_number",
                                    "generation",
                                    "latest_millis",
                                    "greatest_id",
                                    "entry_count"),
                            List.of("first_entry", "last_entry", "document"),
                            ROWS,
                            2));
        }
    }

    private static void insertArchive(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 1; i <= ROWS; i++) {
                statement.execute(
                        "INSERT INTO change_archive (id, partition_number, generation, first_entry,"
                                + " last_entry, latest_millis, greatest_id, entry_count, document)"
                                + " VALUES (%d, 1, 1, '%d-0', '%d-9', %d, %d, 1, 'x')"
                                        .formatted(2 * i, i, i, NOW - i, i));
            }
        }
    }

    private static void tamper(MySqlDatabase database, String name, TamperedRows rows)
            throws SQLException {
        AuditLog log =
                database.audit().logs().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        AuditSealer sealer = new AuditSealer(database.audit(), AuditChain.plain());
        sealer.seal(log, NOW, _ -> true);
        assertThat(database.audit().last(name)).as("nothing is complete yet").isEmpty();
        sealer.seal(log, NOW + Settling.MILLIS, _ -> true);
        assertThat(check(database, log).rows()).isEqualTo(ROWS);
        for (int seed = 0; seed < TAMPERINGS; seed++) {
            String done = rows.tamper(new Random(seed));
            assertThat(check(database, log).isClean()).as("seed %d: %s", seed, done).isFalse();
            rows.mend();
        }
        assertThat(check(database, log).isClean()).isTrue();
    }

    private static AuditReport check(MySqlDatabase database, AuditLog log) {
        List<AuditFinding> found = new ArrayList<>();
        return new AuditCheck(database.audit(), AuditChain.plain(), List.of())
                .run(log, NOW, (_, _) -> {}, found::add);
    }
}
