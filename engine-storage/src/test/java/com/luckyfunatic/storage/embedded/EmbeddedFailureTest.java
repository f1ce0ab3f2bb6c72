package com.luckyfunatic.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.embedded.EmbeddedSettings.Forcing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when writing fails: a full disk, a failing statement, a closed store. */
class EmbeddedFailureTest {
    @TempDir private Path directory;
    private EmbeddedStorage storage;
    private GameEngine engine;
    private PlayerId player;

    @BeforeEach
    void open() {
        storage =
                EmbeddedStorage.open(
                        EmbeddedSettings.in(directory).with(Forcing.ALWAYS).with(10, 20));
        engine = GameEngine.on(storage, TestCatalogs.full());
        player = engine.logIn(TelegramAccount.of(1, "Ann"), null).profile().id();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private static AdjustBalance plus(long funz) {
        return new AdjustBalance(Currency.FUNZ, funz, "test");
    }

    private PlayerState state() {
        return engine.player(player).orElseThrow();
    }

    /** Runs a statement on the writer's connection. */
    private void onWriter(String sql) {
        Write write =
                new Write() {
                    @Override
                    boolean isForced() {
                        return false;
                    }

                    @Override
                    void apply(WriterStatements statements) throws SQLException {
                        statements.execute(sql);
                    }
                };
        storage.writer().submit(write);
        write.await();
    }

    private void fillTheDisk() {
        assertThatThrownBy(
                        () -> {
                            onWriter("PRAGMA max_page_count = 1");
                            for (int i = 0; i < 10_000; i++) {
                                engine.execute(player, plus(1));
                            }
                        })
                .isInstanceOf(StorageUnavailableException.class)
                .rootCause()
                .hasMessageContaining("full");
    }

    @Test
    void a_full_disk_is_not_available() {
        storage.checkAvailable();
        fillTheDisk();

        assertThatThrownBy(() -> storage.checkAvailable())
                .isInstanceOf(StorageUnavailableException.class)
                .hasStackTraceContaining("full");

        onWriter("PRAGMA max_page_count = 1000000");
        storage.checkAvailable();
    }

    @Test
    void a_full_disk_refuses_changes_keeps_what_was_answered_and_recovers() {
        long answered = 0;
        onWriter("PRAGMA max_page_count = 1");
        try {
            while (answered < 10_000) {
                engine.execute(player, plus(1));
                answered++;
            }
        } catch (StorageUnavailableException e) {
            assertThat(e).hasMessageContaining("could not be written");
        }
        assertThat(answered).isLessThan(10_000);
        assertThat(state().wallet().funz()).isEqualTo(answered);
        assertThatThrownBy(() -> engine.execute(player, plus(1)))
                .isInstanceOf(StorageUnavailableException.class);
        assertThat(state().wallet().funz()).isEqualTo(answered);

        onWriter("PRAGMA max_page_count = 1000000");
        engine.execute(player, plus(1));
        assertThat(state().wallet().funz()).isEqualTo(answered + 1);

        storage.close();
        storage = EmbeddedStorage.open(directory);
        PlayerState reopened = storage.players().find(player).orElseThrow();
        assertThat(reopened.wallet().funz()).isEqualTo(answered + 1);
    }

    @Test
    void an_operation_that_was_not_kept_can_be_repeated() {
        fillTheDisk();
        long before = state().wallet().funz();
        OperationId id = new OperationId("again");
        assertThatThrownBy(() -> engine.execute(player, id, plus(5)))
                .isInstanceOf(StorageUnavailableException.class);
        onWriter("PRAGMA max_page_count = 1000000");

        var answer = engine.execute(player, id, plus(5));

        assertThat(answer.repeated()).isFalse();
        assertThat(answer.outcome()).isInstanceOf(Outcome.Accepted.class);
        assertThat(state().wallet().funz()).isEqualTo(before + 5);
        assertThat(engine.execute(player, id, plus(5)).repeated()).isTrue();
    }

    @Test
    void everybody_who_waits_for_a_failed_transaction_learns_of_it() throws Exception {
        fillTheDisk();
        long before = state().wallet().funz();
        List<Callable<Boolean>> callers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            callers.add(() -> {
                engine.execute(player, plus(1));
                return true;
            });
        }
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> each : executor.invokeAll(callers)) {
                assertThatThrownBy(each::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(StorageUnavailableException.class);
            }
        }
        assertThat(state().wallet().funz()).isEqualTo(before);
    }

    /** Fails when it is applied, after others of its transaction were. */
    private static Write failing() {
        return new Write() {
            @Override
            boolean isForced() {
                return false;
            }

            @Override
            void apply(WriterStatements statements) throws SQLException {
                throw new SQLException("planted");
            }
        };
    }

    @Test
    void a_failure_in_the_middle_of_a_transaction_undoes_all_of_it() throws Exception {
        long funz = 0;
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 20; round++) {
                List<Future<Boolean>> callers = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    callers.add(
                            executor.submit(() -> {
                                engine.execute(player, plus(1));
                                return true;
                            }));
                    storage.writer().submit(failing());
                }
                for (Future<Boolean> each : callers) {
                    try {
                        each.get();
                        funz++;
                    } catch (ExecutionException e) {
                        assertThat(e).hasCauseInstanceOf(StorageUnavailableException.class);
                    }
                }
            }
        }
        engine.execute(player, plus(1));

        assertThat(state().wallet().funz()).isEqualTo(funz + 1);
        assertReopensWith(funz + 1);
    }

    @Test
    void a_transaction_that_cannot_begin_is_answered_and_later_ones_work() throws Exception {
        onWriter("PRAGMA busy_timeout = 50");
        try (Connection other =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + directory.resolve("funatic.db"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> engine.execute(player, plus(1)))
                    .isInstanceOf(StorageUnavailableException.class);
            statement.execute("ROLLBACK");
        }
        engine.execute(player, plus(1));

        assertThat(state().wallet().funz()).isEqualTo(1);
        assertReopensWith(1);
    }

    @Test
    void what_follows_failures_survives_a_kill_after_the_next_opening() throws Exception {
        fillTheDisk();
        long kept = state().wallet().funz();
        onWriter("PRAGMA max_page_count = 1000000");
        storage.close();
        storage = EmbeddedStorage.open(EmbeddedSettings.in(directory).with(10, 1_000));
        engine = GameEngine.on(storage, TestCatalogs.full());
        engine.execute(player, plus(1));

        Path copy = Files.createDirectory(directory.resolve("copy"));
        for (String name : List.of("funatic.db", "funatic.db-wal")) {
            Files.copy(directory.resolve(name), copy.resolve(name));
        }
        try (EmbeddedStorage killed = EmbeddedStorage.open(copy)) {
            assertThat(killed.players().find(player).orElseThrow().wallet().funz())
                    .isEqualTo(kept + 1);
        }
    }

    @Test
    void snapshots_that_cannot_be_written_are_said_to_be_so_and_written_later() {
        engine.execute(player, plus(1));
        onWriter("ALTER TABLE player_state RENAME TO hidden");
        assertThatThrownBy(storage::writeSnapshots).isInstanceOf(StorageUnavailableException.class);
        onWriter("ALTER TABLE hidden RENAME TO player_state");
        storage.writeSnapshots();

        assertReopensWith(1);
    }

    private void assertReopensWith(long funz) {
        storage.close();
        storage = EmbeddedStorage.open(directory);
        assertThat(storage.players().find(player).orElseThrow().wallet().funz()).isEqualTo(funz);
    }

    @Test
    void a_closed_store_refuses_changes() {
        storage.close();

        assertThatThrownBy(() -> engine.execute(player, plus(1)))
                .isInstanceOf(StorageUnavailableException.class);
        storage.close();
    }
}
