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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
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

    private void fillTheDisk() {
        assertThatThrownBy(
                        () -> {
                            probe().onWriter("PRAGMA max_page_count = 1");
                            for (int i = 0; i < 10_000; i++) {
                                engine.execute(player, plus(1));
                            }
                        })
                .isInstanceOf(StorageUnavailableException.class)
                .rootCause()
                .hasMessageContaining("full");
    }

    private StorageProbe probe() {
        return new StorageProbe(storage);
    }

    @Test
    void a_full_disk_is_not_available() {
        fillTheDisk();

        assertThatThrownBy(() -> storage.checkAvailable())
                .isInstanceOf(StorageUnavailableException.class)
                .hasStackTraceContaining("full");

        probe().onWriter("PRAGMA max_page_count = 1000000");
        engine.execute(player, plus(1));
        assertThat(storage.writer().requestProbe()).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void those_who_ask_within_a_second_whether_it_can_be_written_share_one_write() {
        AtomicLong nanos = new AtomicLong();
        WritableProbe probe = new WritableProbe(storage.writer(), nanos::get);

        var first = probe.ask();
        nanos.set(Duration.ofSeconds(1).toNanos());
        assertThat(probe.ask()).isSameAs(first);
        nanos.incrementAndGet();
        assertThat(probe.ask()).isNotSameAs(first).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void a_full_disk_refuses_changes_keeps_what_was_answered_and_recovers() {
        long answered = 0;
        probe().onWriter("PRAGMA max_page_count = 1");
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

        probe().onWriter("PRAGMA max_page_count = 1000000");
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
        probe().onWriter("PRAGMA max_page_count = 1000000");

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

    /**
     * Who is told that the outcome is unknown repeats it: so what was committed must be found by
     * its id, whatever the broken store does until it is closed.
     */
    @Test
    void a_store_that_breaks_behind_a_commit_notes_nothing_as_done_that_memory_never_learned_of()
            throws Exception {
        OperationId id = new OperationId("unknown");
        CountDownLatch allWait = new CountDownLatch(1);
        storage.writer().submit(waitingFor(allWait));
        await(() -> storage.writer().waiting() == 0);
        CompletableFuture<CompletableFuture<@Nullable Void>> asked = new CompletableFuture<>();
        storage.writer()
                .submit(breaking(() -> asked.complete(storage.writer().requestSnapshots())));
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var caller = executor.submit(() -> engine.execute(player, id, plus(5)));
            await(() -> storage.writer().waiting() == 2);
            allWait.countDown();

            assertThatThrownBy(caller::get).hasCauseInstanceOf(StorageUnavailableException.class);
            assertThat(asked.join())
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(StorageUnavailableException.class);
        }
        assertThatThrownBy(() -> storage.writer().requestProbe())
                .isInstanceOf(StorageUnavailableException.class);

        storage.close();
        storage = EmbeddedStorage.open(directory);
        engine = GameEngine.on(storage, TestCatalogs.full());

        assertThat(engine.execute(player, id, plus(5)).repeated()).isTrue();
        assertThat(state().wallet().funz()).isEqualTo(5);
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** Keeps the writer, so that what comes meanwhile shares one transaction. */
    private static Write waitingFor(CountDownLatch latch) {
        return new Write() {
            @Override
            boolean isForced() {
                return false;
            }

            @Override
            void apply(WriterStatements statements) throws SQLException {
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    throw new SQLException(e);
                }
            }
        };
    }

    /** Breaks the store when it is committed, after {@code before} was done. */
    private static Write breaking(Runnable before) {
        return new Write() {
            @Override
            boolean isForced() {
                return false;
            }

            @Override
            void apply(WriterStatements statements) {}

            @Override
            void committed() {
                before.run();
                throw new IllegalStateException("planted");
            }
        };
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
        probe().onWriter("PRAGMA busy_timeout = 50");
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
        probe().onWriter("PRAGMA max_page_count = 1000000");
        storage.close();
        storage = EmbeddedStorage.open(EmbeddedSettings.in(directory).with(10, 1_000));
        engine = GameEngine.on(storage, TestCatalogs.full());
        engine.execute(player, plus(1));

        Path copy = directory.resolve("copy");
        StorageProbe.copy(directory, copy);
        try (EmbeddedStorage killed = EmbeddedStorage.open(copy)) {
            assertThat(killed.players().find(player).orElseThrow().wallet().funz())
                    .isEqualTo(kept + 1);
        }
    }

    @Test
    void snapshots_that_cannot_be_written_are_said_to_be_so_and_written_later() {
        engine.execute(player, plus(1));
        probe().onWriter("ALTER TABLE player_state RENAME TO hidden");
        assertThatThrownBy(storage::writeSnapshots).isInstanceOf(StorageUnavailableException.class);
        probe().onWriter("ALTER TABLE hidden RENAME TO player_state");
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
