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
import java.nio.file.Path;
import java.sql.SQLException;
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

    @Test
    void a_closed_store_refuses_changes() {
        storage.close();

        assertThatThrownBy(() -> engine.execute(player, plus(1)))
                .isInstanceOf(StorageUnavailableException.class);
        storage.close();
    }
}
