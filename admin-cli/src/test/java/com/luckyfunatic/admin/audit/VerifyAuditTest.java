package com.luckyfunatic.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.admin.CommandRun;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.operations.audit.AuditSealing;
import com.luckyfunatic.operations.job.Job;
import com.luckyfunatic.operations.job.SealAudit;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code audit verify} on a data directory. */
class VerifyAuditTest {
    private static final List<String> COLUMNS =
            List.of("position", "id", "player_id", "sequence", "at_millis", "previous", "skip");

    @TempDir private Path directory;
    private Path anchor;
    private PlayerId ann;

    @BeforeEach
    void play() {
        anchor = directory.resolve("heads");
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
            ann = engine.logIn(TelegramAccount.of(1, "P"), null).profile().id();
            for (int i = 0; i < 20; i++) {
                engine.execute(ann, new Tap(1));
            }
            appendActions(storage, 1, 5);
            storage.writeSnapshots();
        }
        seal(AuditSealing.of("", anchor.toString()));
    }

    private void appendActions(EmbeddedStorage storage, long first, long last) {
        for (long i = first; i <= last; i++) {
            storage.operatorActions()
                    .append(
                            new OperatorAction(
                                    i,
                                    new OperatorName("ada"),
                                    InstantSource.system().millis(),
                                    "read_player",
                                    ann,
                                    null,
                                    ActionOutcome.DONE,
                                    "because"));
        }
    }

    /** What was there when the file was opened is complete at once. */
    private void seal(AuditSealing sealing) {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            assertThat(
                            new SealAudit(new SimpleMeterRegistry(), sealing)
                                    .run(
                                            GameEngine.on(storage, TestCatalogs.full()),
                                            Job.Progress.NONE))
                    .isPositive();
        }
    }

    private CommandRun verify(Object... more) {
        List<Object> words = new ArrayList<>(List.of("audit", "verify", "--data-dir", directory));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray());
    }

    @Test
    void in_production_it_warns_when_it_is_checked_against_nothing_kept_apart() {
        String warning = AuditSealing.PLAIN.warningOfChecking(true).orElseThrow();

        CommandRun run = verify("--mode", "prod");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err().lines()).contains(warning);
        assertThat(verify("--mode", "prod", "--anchor", anchor).err()).doesNotContain("audit is");
        assertThat(verify("--mode", "dev").err()).doesNotContain("audit is");
    }

    private void damage(String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + directory.resolve("funatic.db"));
                Statement statement = connection.createStatement()) {
            for (String trigger :
                    new String[] {
                        "operator_action_stays", "operator_action_is_final", "audit_seal_stays"
                    }) {
                statement.execute("DROP TRIGGER IF EXISTS " + trigger);
            }
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    @Test
    void what_nobody_touched_is_as_it_was_sealed() throws IOException {
        CommandRun run = verify("--anchor", anchor);

        assertThat(run.err()).doesNotContain("xception");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("changes: 1 seals (0 with a key), 2")
                .contains("operator-actions: 1 seals (0 with a key), 5 rows")
                .contains("everything is as it was sealed");
        assertThat(Files.readAllLines(anchor)).hasSize(2);
    }

    @Test
    void every_column_counts() throws SQLException {
        for (String column : COLUMNS) {
            String name = column;
            damage(
                    "UPDATE state_change SET "
                            + name
                            + " = "
                            + name
                            + " + 10000 WHERE position = 7");
            CommandRun run = verify();
            assertThat(run.code()).as(name).isEqualTo(1);
            assertThat(run.out()).contains("changes of ", "position");
            damage(
                    "UPDATE state_change SET %s = %s - 10000 WHERE position = %d"
                            .formatted(name, name, name.equals("position") ? 10_007 : 7));
        }
        damage("UPDATE state_change SET document = document || ' ' WHERE position = 7");
        assertThat(verify().out()).contains("the row at position 7 is not as it was sealed");
    }

    @Test
    void rows_that_are_gone_or_new_are_found() throws SQLException {
        damage("DELETE FROM state_change WHERE position = 3");
        assertThat(verify().out())
                .contains("1 of 2", "missing, the first before the row at position 4");
        damage("DELETE FROM operator_action WHERE action_id = 5");
        assertThat(verify().out()).contains("operator-actions of ", "missing");
        damage(
                "INSERT INTO operator_action SELECT 5, operator, at_millis, action, player_id,"
                    + " reference, outcome, 'another' FROM operator_action WHERE action_id = 4");
        CommandRun json = verify("--json");
        assertThat(json.code()).isEqualTo(1);
        assertThat(json.out().lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(json.out())
                .contains("\"kind\":\"edited\"", "\"position\":\"5\"", "\"clean\":false")
                .contains("\"kind\":\"missing\"", "\"log\":\"changes\"");
    }

    @Test
    void who_makes_all_seals_anew_is_found_by_the_heads_that_were_kept_apart() throws SQLException {
        damage(
                "UPDATE operator_action SET detail = 'nothing' WHERE action_id = 2",
                "DELETE FROM audit_seal");
        seal(AuditSealing.PLAIN);

        assertThat(verify().code()).isZero();
        CommandRun run = verify("--anchor", anchor);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("its head is not the one that was kept apart");
    }

    @Test
    void keyed_seals_need_the_key() throws SQLException, IOException {
        Path key = Files.writeString(directory.resolve("key"), "0123456789abcdef".repeat(4) + "\n");
        damage("DELETE FROM audit_seal");
        seal(AuditSealing.of(key.toString(), ""));

        assertThat(verify("--key-file", key).code()).isZero();
        assertThat(verify("--key-file", key).out()).contains("1 seals (1 with a key)");
        CommandRun without = verify();
        assertThat(without.code()).isEqualTo(2);
        assertThat(without.err()).contains("was made with a key", "--key-file");
        Files.writeString(key, "f".repeat(64));
        assertThat(verify("--key-file", key).code()).isEqualTo(1);
        Files.writeString(key, "short");
        assertThat(verify("--key-file", key).code()).isEqualTo(2);
        assertThat(verify("--key-file", directory.resolve("none")).code()).isEqualTo(66);
    }

    /** As where the key was set after the record of operators had been sealed once. */
    @Test
    void each_log_has_its_own_first_seal_with_the_key() throws Exception {
        Path key = Files.writeString(directory.resolve("key"), "0123456789abcdef".repeat(4) + "\n");
        damage("DELETE FROM audit_seal WHERE log = 'changes'");
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            appendActions(storage, 6, 6);
        }
        seal(AuditSealing.of(key.toString(), ""));

        assertThat(verify("--key-file", key).code()).isEqualTo(1);
        assertThat(verify("--key-file", key, "--keyed-from", "changes=2").out())
                .contains("operator-actions of ");
        CommandRun run = verify("--key-file", key, "--keyed-from", "operator-actions=2");
        assertThat(run.out())
                .contains("changes: 1 seals (1 with a key)")
                .contains("operator-actions: 2 seals (1 with a key)");
        assertThat(run.code()).isZero();
    }

    @Test
    void a_first_keyed_seal_that_says_nothing_is_refused() throws IOException {
        Path key = Files.writeString(directory.resolve("key"), "0123456789abcdef".repeat(4) + "\n");

        assertThat(verify("--keyed-from", "changes=2").err()).contains("say --key-file");
        assertThat(verify("--key-file", key, "--keyed-from", "changes=0").code()).isEqualTo(2);
        assertThat(verify("--key-file", key, "--keyed-from", "2").code()).isEqualTo(2);
        CommandRun unknown = verify("--key-file", key, "--keyed-from", "change=2");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("no log change here, only changes, operator-actions");
    }

    @Test
    void what_was_not_checked_is_not_called_well() throws SQLException {
        assertThat(verify("--day", "2031-01-01").out())
                .contains("no row of changes, operator-actions was sealed on that day")
                .doesNotContain("everything");
        damage("DELETE FROM audit_seal WHERE log = 'changes'");
        CommandRun one = verify();
        assertThat(one.code()).isZero();
        assertThat(one.out())
                .contains("no row of changes was sealed yet, so none was checked")
                .doesNotContain("everything");
        assertThat(verify("--json").out())
                .contains("\"log\":\"changes\",\"clean\":true,\"checked\":false")
                .contains("\"log\":\"operator-actions\",\"clean\":true,\"checked\":true");
    }

    @Test
    void a_day_is_checked_alone() throws SQLException {
        damage("DELETE FROM state_change WHERE position = 3");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);

        assertThat(verify("--day", today).code()).isEqualTo(1);
        assertThat(verify("--day", today.minusDays(40)).code()).isZero();
        assertThat(verify("--day", "yesterday").code()).isEqualTo(2);
    }

    @Test
    void a_file_of_heads_that_is_none_is_refused() throws IOException {
        Files.writeString(anchor, "something else\n");
        CommandRun run = verify("--anchor", anchor);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("line 1 of ");
        assertThat(verify("--anchor", directory.resolve("none")).code()).isEqualTo(66);
        assertThat(CommandRun.of("audit").code()).isEqualTo(2);
    }
}
