package com.luckyfunatic.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.embedded.EmbeddedSettings.Forcing;
import com.luckyfunatic.storage.embedded.WatchedConnections.Commit;
import com.luckyfunatic.storage.retention.RetentionClock;
import java.nio.file.Path;
import java.sql.ResultSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * That transactions are forced to disk when they have to be, as far as SQLite can be asked: with
 * the write-ahead log, FULL forces each commit and NORMAL none.
 */
@Timeout(60)
class EmbeddedForcingTest {
    private static final int NORMAL = 1;
    private static final int FULL = 2;

    @TempDir private Path directory;
    private final WatchedConnections connections = new WatchedConnections();

    private EmbeddedStorage open(Forcing forcing) {
        return EmbeddedStorage.open(
                EmbeddedSettings.in(directory).with(forcing), RetentionClock.system(), connections);
    }

    /** Carries a command out and returns how its transaction was committed. */
    private Commit commitOf(EmbeddedStorage storage, Command command) {
        GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
        PlayerId player = engine.logIn(TelegramAccount.of(1, "Ann"), null).profile().id();
        long position = connections.commits().getLast().position();
        engine.execute(player, command);
        return connections.commits().stream()
                .filter(commit -> commit.position() > position)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"EVERY_SECOND, 1", "ALWAYS, 2"})
    void a_soft_change_is_forced_before_the_answer_only_when_chosen(
            Forcing forcing, int synchronous) {
        try (EmbeddedStorage storage = open(forcing)) {
            assertThat(commitOf(storage, new Tap(1)).synchronous()).isEqualTo(synchronous);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Forcing.class)
    void a_hard_change_is_always_forced_before_the_answer(Forcing forcing) {
        try (EmbeddedStorage storage = open(forcing)) {
            var hard = new AdjustBalance(Currency.FUNZ, 1, "test");
            assertThat(commitOf(storage, hard).synchronous()).isEqualTo(FULL);
        }
    }

    @Test
    void a_soft_change_is_forced_soon_by_itself() {
        try (EmbeddedStorage storage = open(Forcing.EVERY_SECOND)) {
            long before = storage.forcing().forcings();
            assertThat(commitOf(storage, new Tap(1)).synchronous()).isEqualTo(NORMAL);
            while (storage.forcing().forcings() == before) {
                storage.checkAvailable();
            }
        }
    }

    @Test
    void the_file_has_a_write_ahead_log() {
        try (EmbeddedStorage storage = open(Forcing.EVERY_SECOND)) {
            assertThat(
                            storage.database()
                                    .<String>read(reader -> {
                                        try (ResultSet row =
                                                reader.prepare("PRAGMA journal_mode")
                                                        .executeQuery()) {
                                            return row.getString(1);
                                        }
                                    }))
                    .isEqualTo("wal");
        }
    }
}
