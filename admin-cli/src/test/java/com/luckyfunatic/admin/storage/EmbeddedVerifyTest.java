package com.luckyfunatic.admin.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.admin.CommandRun;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code reconcile}, also called {@code verify}, and its neighbours on a data directory. */
class EmbeddedVerifyTest {
    @TempDir private Path directory;
    private PlayerId ann;
    private PlayerId bob;

    @BeforeEach
    void play() {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            ann = live(storage, 1);
            bob = live(storage, 2);
            storage.writeSnapshots();
        }
    }

    private static PlayerId live(EmbeddedStorage storage, long account) {
        GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
        PlayerId player = engine.logIn(TelegramAccount.of(account, "P"), null).profile().id();
        for (int i = 0; i < 5; i++) {
            engine.execute(player, new Tap(1));
            engine.execute(
                    player,
                    new OperationId("buy" + i),
                    new AdjustBalance(Currency.JOKERS, 2, "test"));
        }
        return player;
    }

    private CommandRun verify(String... more) {
        String[] words = new String[more.length + 3];
        words[0] = "reconcile";
        words[1] = "--data-dir";
        words[2] = directory.toString();
        System.arraycopy(more, 0, words, 3, more.length);
        return CommandRun.of((Object[]) words);
    }

    private void damage(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + directory.resolve("funatic.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql.replace("ANN", ann.toString()))).isPositive();
        }
    }

    @Test
    void a_sound_game_adds_up() {
        CommandRun run = verify();

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("everything adds up: 2 players, ", " changes, 12 hard operations")
                .contains("checked from ");
    }

    @Test
    void what_does_not_add_up_is_a_line_each_and_another_exit_code() throws SQLException {
        damage(
                """
                UPDATE player_state SET state = json_set(state, '$.wallet.jokers', 999)
                WHERE player_id = ANN
                """);
        damage("DELETE FROM operation WHERE player_id = ANN AND operation_id = 'buy1'");

        CommandRun run = verify();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("player " + ann + ": state: the state has ", "999 jokers")
                .contains("player " + ann + ": operation_missing: hard change ")
                .contains("do not add up: 2 players")
                .doesNotContain("player " + bob);

        assertThat(verify("--player", bob.toString()).code()).isZero();
        CommandRun json = verify("--json", "--player", ann.toString());
        assertThat(json.code()).isEqualTo(1);
        assertThat(json.out().lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(json.out())
                .contains("\"kind\":\"state\"", "\"player\":\"" + ann + "\"", "\"clean\":false");
    }

    @Test
    void verify_is_another_name_of_it() {
        CommandRun run = CommandRun.of("verify", "--data-dir", directory);

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("everything adds up: 2 players, ");
    }

    @Test
    void an_operators_change_of_which_nothing_is_recorded_is_named() {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            GameEngine.on(storage, TestCatalogs.full())
                    .execute(
                            ann,
                            new OperationId(SupportPlan.OPERATION_PREFIX + "gift"),
                            new AdjustBalance(Currency.JOKERS, 2, "test"));
        }

        CommandRun run = verify();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("player " + ann + ": action_missing: ", "plan gift, of which nothing");
    }

    @Test
    void a_missing_change_is_named() throws SQLException {
        damage("DELETE FROM state_change WHERE player_id = ANN AND sequence = 4");

        CommandRun run = verify();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("player " + ann + ": gap: ");
    }

    @Test
    void without_a_game_or_while_a_server_uses_it_nothing_is_checked() {
        assertThat(CommandRun.of("verify", "--data-dir", directory.resolve("none")).code())
                .isEqualTo(69);
        try (EmbeddedStorage _ = EmbeddedStorage.open(directory)) {
            CommandRun run = verify();
            assertThat(run.code()).isEqualTo(69);
            assertThat(run.err())
                    .contains(
                            "in use by",
                            "Stop the server first",
                            "What has --server works beside it");
        }
    }

    @Test
    void commands_for_distributed_storage_say_so() {
        for (String command : new String[] {"recover", "journal quarantine"}) {
            Object[] words = command.split(" ");
            CommandRun run = CommandRun.of(words);
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("--storage distributed");
        }
        assertThat(CommandRun.of("verify", "--storage", "distributed").code()).isEqualTo(2);
    }
}
