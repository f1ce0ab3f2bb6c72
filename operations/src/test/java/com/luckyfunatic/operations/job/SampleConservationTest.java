package com.luckyfunatic.operations.job;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage in the file is found while the game is played, and the account is frozen. */
class SampleConservationTest {
    @TempDir private Path directory;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<PlayerId> players = new ArrayList<>();

    private void play(int count) {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
            for (int i = 1; i <= count; i++) {
                PlayerId player = engine.logIn(TelegramAccount.of(i, "P"), null).profile().id();
                players.add(player);
                for (int j = 0; j < 4; j++) {
                    engine.execute(player, new Tap(1));
                    engine.execute(
                            player,
                            new OperationId("gift" + j),
                            new AdjustBalance(Currency.JOKERS, 2, "test"));
                }
                // Whether what operators do is recorded is not the sampler's affair.
                engine.execute(
                        player,
                        new OperationId(SupportPlan.OPERATION_PREFIX + "x"),
                        new AdjustBalance(Currency.JOKERS, 2, "test"));
            }
            storage.writeSnapshots();
        }
    }

    private void damage(String sql, PlayerId player) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + directory.resolve("funatic.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql + player)).isPositive();
        }
    }

    /** One round, in which each of the players is drawn. */
    private void sample(EmbeddedStorage storage) {
        SampleConservation job = new SampleConservation(registry, new DrawnInTurn(players));
        long checked = job.run(GameEngine.on(storage, TestCatalogs.full()), Job.Progress.NONE);
        assertThat(checked).isEqualTo(players.size());
    }

    private static Admission admission(EmbeddedStorage storage, PlayerId player) {
        CompletableFuture<Admission> answer = new CompletableFuture<>();
        storage.admissions().admission(player, answer::complete, answer::completeExceptionally);
        return answer.join();
    }

    private double count(String name) {
        return registry.get("game.conservation." + name).counter().count();
    }

    @Test
    void players_who_add_up_are_left_alone() {
        play(4);
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            sample(storage);

            assertThat(players).allMatch(each -> admission(storage, each).ban() == null);
        }
        assertThat(count("checked")).isPositive();
        assertThat(count("mismatches")).isZero();
    }

    @Test
    void who_does_not_add_up_is_frozen_once() throws SQLException {
        play(4);
        damage(
                "UPDATE player_state SET state = json_set(state, '$.wallet.jokers', 999)"
                        + " WHERE player_id = ",
                players.get(1));
        damage(
                "UPDATE state_change SET document = json_set(document, '$.walletAfter.jokers', 999)"
                        + " WHERE sequence = 4 AND player_id = ",
                players.get(2));
        damage(
                "DELETE FROM operation WHERE operation_id = 'gift1' AND player_id = ",
                players.get(3));
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            sample(storage);
            sample(storage);

            assertThat(admission(storage, players.get(0)).ban()).isNull();
            assertThat(admission(storage, players.get(3)).ban())
                    .as("what is lost is told, and nobody is frozen for it")
                    .isNull();
            for (PlayerId each : players.subList(1, 3)) {
                Ban ban = requireNonNull(admission(storage, each).ban(), each::toString);
                assertThat(ban.actor()).isEqualTo(SampleConservation.ACTOR);
                assertThat(ban.isForEver()).isTrue();
                assertThat(ban.reason()).startsWith("the books do not add up: player " + each);
            }
        }
        assertThat(count("frozen")).isEqualTo(2);
        assertThat(count("mismatches")).isEqualTo(6);
    }

    @Test
    void more_than_a_few_at_once_are_left_to_people() throws SQLException {
        play(6);
        for (PlayerId each : players) {
            damage(
                    "UPDATE player_state SET state = json_set(state, '$.wallet.jokers', 999)"
                            + " WHERE player_id = ",
                    each);
        }
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            sample(storage);
        }
        assertThat(count("frozen")).isZero();
        assertThat(count("mismatches")).isEqualTo(players.size());
    }
}
