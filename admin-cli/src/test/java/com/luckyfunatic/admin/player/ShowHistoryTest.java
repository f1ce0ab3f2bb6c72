package com.luckyfunatic.admin.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.admin.CommandRun;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code player history} on a data directory. */
class ShowHistoryTest {
    private static final Instant FIRST = SettableClock.START;

    @TempDir private Path directory;
    private PlayerId ann;

    /** One joker a day. */
    @BeforeEach
    void play() {
        SettableClock clock = new SettableClock();
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            GameEngine engine = GameEngine.builder(storage).clock(clock).build(TestCatalogs.full());
            ann = engine.logIn(TelegramAccount.of(1, "P"), null).profile().id();
            for (int i = 1; i <= 5; i++) {
                clock.advance(Duration.ofDays(1));
                engine.execute(
                        ann,
                        new OperationId("gift" + i),
                        new AdjustBalance(Currency.JOKERS, 1, "test"));
            }
            storage.writeSnapshots();
        }
    }

    private CommandRun history(Object player, Object at, String... more) {
        Object[] words = new Object[7 + more.length];
        System.arraycopy(
                new Object[] {"player", "history", player, "--at", at, "--data-dir", directory},
                0,
                words,
                0,
                7);
        System.arraycopy(more, 0, words, 7, more.length);
        return CommandRun.of(words);
    }

    private static Instant day(int days) {
        return FIRST.plus(Duration.ofDays(days));
    }

    @Test
    void what_a_player_had_is_shown() {
        CommandRun run = history(ann, day(3));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("jokers +3\\R")
                .containsPattern("player +" + ann + "\\R")
                .containsPattern("rank +1\\R")
                .contains("energy ", "items ", "cards ");
        assertThat(history(ann, day(3).minusMillis(1)).out()).containsPattern("jokers +2\\R");
        assertThat(history(ann, "2026-01-04T02:00:00+02:00").out()).containsPattern("jokers +3\\R");
    }

    @Test
    void scripts_get_the_whole_state() throws IOException {
        JsonNode shown = new ObjectMapper().readTree(history(ann, day(4), "--json").out());

        assertThat(shown.at("/wallet/jokers").asLong()).isEqualTo(4);
        assertThat(shown.at("/state/wallet/jokers").asLong()).isEqualTo(4);
        assertThat(shown.at("/lastChange/sequence").asLong()).isPositive();
        assertThat(shown.at("/player").asText()).isEqualTo(ann.toString());
    }

    @Test
    void what_cannot_be_shown_is_said() {
        CommandRun early = history(ann, FIRST.minusSeconds(1));
        assertThat(early.code()).isEqualTo(1);
        assertThat(early.err()).contains("began later, at 2026-01-01T00:00:00Z");

        CommandRun nobody = history(7_777, day(1));
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.err()).contains("There is no player 7777, or");

        CommandRun future = history(ann, "2999-01-01T00:00:00Z");
        assertThat(future.code()).isEqualTo(2);
        assertThat(future.err()).contains("in the future");

        assertThat(history(ann, "yesterday").code()).isEqualTo(2);
        assertThat(history("x", day(1)).code()).isEqualTo(2);
    }

    @Test
    void of_changes_that_are_no_longer_kept_the_balances_are_known() throws SQLException {
        damage("DELETE FROM state_change WHERE at_millis < " + day(3).toEpochMilli());

        CommandRun known = history(ann, day(4));
        assertThat(known.code()).as(known.err()).isZero();
        assertThat(known.out()).containsPattern("jokers +4\\R").doesNotContain("energy ");
        assertThat(known.err()).contains("only the balances are known");
        assertThat(history(ann, day(4), "--json").out()).contains("\"state\":null");

        CommandRun gone = history(ann, day(2));
        assertThat(gone.code()).isEqualTo(1);
        assertThat(gone.err()).contains("no longer kept, only those from 2026-01-04T00:00:00Z");
    }

    private void damage(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + directory.resolve("funatic.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
