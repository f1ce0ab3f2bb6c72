package com.luckyfunatic.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.storage.audit.AuditChain;
import com.luckyfunatic.storage.audit.AuditCheck;
import com.luckyfunatic.storage.audit.AuditFinding;
import com.luckyfunatic.storage.audit.AuditReport;
import com.luckyfunatic.storage.audit.AuditSealer;
import com.luckyfunatic.storage.audit.TamperedRows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of the real file are changed behind its back; each time it shows. */
class EmbeddedTamperingTest {
    private static final long NOW = 1_790_000_000_000L;
    private static final int ROWS = 40;
    private static final int TAMPERINGS = 300;

    @TempDir private Path directory;

    private Connection file() throws SQLException {
        Connection connection =
                DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("funatic.db"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.execute("DROP TRIGGER IF EXISTS operator_action_stays");
            statement.execute("DROP TRIGGER IF EXISTS operator_action_is_final");
        }
        return connection;
    }

    private static AuditLog log(EmbeddedStorage storage, String name) {
        return storage.audit().logs().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void seal(EmbeddedStorage storage, AuditLog log) {
        new AuditSealer(storage.audit(), AuditChain.plain()).seal(log, NOW, _ -> true);
    }

    private static AuditReport check(EmbeddedStorage storage, AuditLog log) {
        List<AuditFinding> found = new ArrayList<>();
        AuditReport report =
                new AuditCheck(storage.audit(), AuditChain.plain(), List.of())
                        .run(log, NOW, (_, _) -> {}, found::add);
        assertThat(report.findings()).isEqualTo(found.size());
        return report;
    }

    @Test
    void changes_that_were_tampered_with_are_found() throws SQLException {
        EmbeddedStorage.open(directory).close();
        try (Connection file = file()) {
            try (Statement statement = file.createStatement()) {
                for (int i = 1; i <= ROWS; i++) {
                    statement.execute(
                            "INSERT INTO state_change VALUES (%d, %d, 7, %d, %d, 0, 0, '{}')"
                                    .formatted(2 * i, 100 + i, i, NOW - i));
                }
                // So that opening replays none of them.
                statement.execute("UPDATE meta SET value = 1000 WHERE name = 'snapshot_position'");
            }
            try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
                AuditLog log = log(storage, "changes");
                seal(storage, log);
                assertThat(check(storage, log).rows()).isEqualTo(ROWS);
                findAll(
                        storage,
                        log,
                        new TamperedRows(
                                file,
                                "state_change",
                                "position",
                                List.of(
                                        "id",
                                        "player_id",
                                        "sequence",
                                        "at_millis",
                                        "previous",
                                        "skip"),
                                List.of("document"),
                                ROWS,
                                2));
            }
        }
    }

    @Test
    void actions_of_operators_that_were_tampered_with_are_found() throws SQLException {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            for (int i = 1; i <= ROWS; i++) {
                storage.operatorActions()
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
        }
        // What is there when it is opened is complete.
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory);
                Connection file = file()) {
            AuditLog log = log(storage, "operator-actions");
            seal(storage, log);
            assertThat(check(storage, log).rows()).isEqualTo(ROWS);
            findAll(
                    storage,
                    log,
                    new TamperedRows(
                            file,
                            "operator_action",
                            "action_id",
                            List.of("at_millis", "player_id", "outcome"),
                            List.of("operator", "action", "reference", "detail"),
                            ROWS,
                            2));
        }
    }

    private static void findAll(EmbeddedStorage storage, AuditLog log, TamperedRows rows)
            throws SQLException {
        for (int seed = 0; seed < TAMPERINGS; seed++) {
            String done = rows.tamper(new Random(seed));
            assertThat(check(storage, log).isClean()).as("seed %d: %s", seed, done).isFalse();
            rows.mend();
        }
        assertThat(check(storage, log).isClean()).isTrue();
    }

    @Test
    void changes_that_the_store_itself_has_removed_are_not_missed() throws SQLException {
        EmbeddedStorage.open(directory).close();
        try (Connection file = file();
                Statement statement = file.createStatement()) {
            for (int i = 1; i <= ROWS; i++) {
                statement.execute(
                        "INSERT INTO state_change VALUES (%d, %d, 7, %d, %d, 0, 0, '{}')"
                                .formatted(i, 100 + i, i, NOW - i));
            }
            statement.execute("UPDATE meta SET value = 1000 WHERE name = 'snapshot_position'");
            try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
                AuditLog log = log(storage, "changes");
                seal(storage, log);
                statement.execute("DELETE FROM state_change WHERE position <= 10");
                assertThat(check(storage, log).isClean()).as("not by the store").isFalse();
                statement.execute("UPDATE meta SET value = 10 WHERE name = 'removed_position'");
                assertThat(check(storage, log).isClean()).isTrue();
                assertThat(check(storage, log).gone()).isEqualTo(10);
            }
        }
    }
}
