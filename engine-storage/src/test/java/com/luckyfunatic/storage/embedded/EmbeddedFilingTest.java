package com.luckyfunatic.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.retention.RetentionClock;
import com.luckyfunatic.storage.verify.HardOperation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** That operations are known before they are filed, while they are, and after it. */
@Timeout(60)
class EmbeddedFilingTest {
    private static final String ROWS = "SELECT count(*) FROM operation";
    private static final String KEYS = "SELECT count(*) FROM operation_key";
    private static final AdjustBalance TOO_MUCH = new AdjustBalance(Currency.FUNZ, -50_000, "test");

    /** One that is executed under a name, and whose answer is known. */
    private record Named(PlayerId player, OperationId id, Command command) {}

    @TempDir private Path directory;
    private final SettableClock clock = new SettableClock();
    private final List<EmbeddedStorage> opened = new ArrayList<>();
    private final Map<Named, Answer> answers = new LinkedHashMap<>();
    private Path files;
    private EmbeddedStorage storage;
    private GameEngine engine;
    private List<PlayerId> players;

    @BeforeEach
    void open() {
        openIn(directory.resolve("first"), 100);
        players = List.of(logIn(1), logIn(2), logIn(3));
    }

    private void openIn(Path newFiles, int playersInMemory) {
        files = newFiles;
        storage =
                EmbeddedStorage.open(
                        EmbeddedSettings.in(files).with(playersInMemory, 100_000),
                        new RetentionClock(clock, () -> clock.millis() * 1_000_000),
                        Connector::toSqlite);
        opened.add(storage);
        engine = GameEngine.builder(storage).clock(clock).build(TestCatalogs.full());
    }

    @AfterEach
    void close() {
        opened.forEach(EmbeddedStorage::close);
    }

    private PlayerId logIn(long telegramId) {
        return engine.logIn(TelegramAccount.of(telegramId, "Ann"), null).profile().id();
    }

    private Answer execute(Named named) {
        return engine.execute(named.player(), named.id(), named.command());
    }

    private void operate(int each) {
        for (int i = 0; i < each; i++) {
            for (PlayerId player : players) {
                OperationId id = new OperationId("op" + answers.size());
                Command command =
                        switch (i % 3) {
                            case 0 -> new Tap(1);
                            case 1 -> new AdjustBalance(Currency.FUNZ, i + 1, "test");
                            default -> TOO_MUCH;
                        };
                Named named = new Named(player, id, command);
                Answer answer = execute(named);
                assertThat(answer.repeated()).isFalse();
                answers.put(named, answer);
            }
        }
    }

    private void checkRepeats() {
        answers.forEach((named, first) -> {
            assertThat(engine.operation(named.player(), named.id())).contains(first.asRepeat());
            assertThat(execute(named)).as("%s", named).isEqualTo(first.asRepeat());
        });
    }

    /** Opens what a crash at this moment would leave. */
    private void crash() throws IOException {
        Path left = directory.resolve("left" + opened.size());
        StorageProbe.copy(files, left);
        openIn(left, 100);
    }

    private StorageProbe probe() {
        return new StorageProbe(storage);
    }

    /** Snapshots fail until {@link #letFile}: so nothing is filed that a change came with. */
    private void keepFromFiling() {
        probe().onWriter(
                        "CREATE TRIGGER full BEFORE UPDATE ON meta WHEN NEW.name ="
                                + " 'filed_operation' BEGIN SELECT RAISE(ABORT, 'planted'); END");
    }

    private void letFile() {
        probe().onWriter("DROP TRIGGER full");
    }

    @Test
    void what_is_not_filed_is_known() {
        keepFromFiling();
        operate(9);

        checkRepeats();
        assertThat(probe().count(KEYS)).isLessThan(probe().count(ROWS));
        letFile();
    }

    @Test
    void what_is_filed_is_known() {
        operate(9);
        storage.writeSnapshots();
        assertThat(probe().count(KEYS)).isEqualTo(probe().count(ROWS));
        checkRepeats();

        operate(9);
        checkRepeats();
        storage.writeSnapshots();
        checkRepeats();
        assertThat(probe().count(KEYS)).isEqualTo(probe().count(ROWS));
    }

    @Test
    void what_was_not_filed_at_a_crash_is_known_and_filed_afterwards() throws IOException {
        operate(5);
        storage.writeSnapshots();
        keepFromFiling();
        operate(5);
        crash();

        assertThat(probe().count(KEYS)).isLessThan(probe().count(ROWS));
        checkRepeats();
        operate(5);
        checkRepeats();
        letFile();
        storage.writeSnapshots();
        assertThat(probe().count(KEYS)).isEqualTo(probe().count(ROWS));
        checkRepeats();
    }

    @Test
    void closing_files_everything() {
        operate(9);
        storage.close();
        openIn(files, 100);

        assertThat(probe().count(KEYS)).isEqualTo(probe().count(ROWS));
        checkRepeats();
    }

    @Test
    void who_leaves_memory_has_everything_filed() {
        storage.close();
        openIn(files, 1);
        for (int round = 0; round < 5; round++) {
            operate(2);
            storage.writeSnapshots();
        }

        assertThat(storage.playersInMemory()).isLessThan(3);
        checkRepeats();
    }

    @Test
    void a_store_that_cannot_file_knows_what_it_has_answered() {
        operate(4);
        probe().onWriter(
                        "CREATE TRIGGER full BEFORE INSERT ON operation_key"
                                + " BEGIN SELECT RAISE(ABORT, 'planted'); END");
        assertThatThrownBy(() -> storage.writeSnapshots())
                .isInstanceOf(StorageUnavailableException.class);
        answers.forEach((named, first) ->
                assertThat(engine.operation(named.player(), named.id()))
                        .contains(first.asRepeat()));

        probe().onWriter("DROP TRIGGER full");
        checkRepeats();
        storage.writeSnapshots();
        checkRepeats();
    }

    @Test
    void an_id_that_has_expired_before_it_was_filed_names_something_new() throws IOException {
        Named tap = new Named(players.getFirst(), new OperationId("tap"), new Tap(1));
        keepFromFiling();
        execute(tap);
        clock.advance(Duration.ofHours(24));
        Answer second = execute(tap);

        assertThat(second.repeated()).isFalse();
        assertThat(execute(tap)).isEqualTo(second.asRepeat());
        crash();
        assertThat(execute(tap)).isEqualTo(second.asRepeat());
        letFile();
        storage.writeSnapshots();
        assertThat(execute(tap)).isEqualTo(second.asRepeat());
        assertThat(probe().count(KEYS)).isEqualTo(probe().count(ROWS));
    }

    @Test
    void what_is_forgotten_leaves_no_key_and_its_position_is_not_used_again() throws IOException {
        operate(6);
        storage.writeSnapshots();
        clock.advance(Duration.ofDays(2));
        probe().awaitCount(0, ROWS + " WHERE expires_at IS NOT NULL");
        assertThat(probe().count(KEYS)).isEqualTo(probe().count(ROWS));

        storage.close();
        openIn(files, 100);
        answers.clear();
        clock.advance(Duration.ofDays(1));
        keepFromFiling();
        for (PlayerId player : players) {
            Named named = new Named(player, new OperationId("late"), new Tap(1));
            answers.put(named, execute(named));
        }
        // What stands at a position that counts as filed is not looked for after a crash.
        crash();
        checkRepeats();
    }

    @Test
    void what_came_without_a_change_is_filed_at_once_and_brings_nobody_into_memory()
            throws IOException {
        storage.writeSnapshots();
        for (int i = 0; i < 200; i++) {
            Named refused = new Named(players.getFirst(), new OperationId("no" + i), TOO_MUCH);
            answers.put(refused, execute(refused));
        }
        keepFromFiling();
        crash();

        assertThat(storage.playersInMemory()).isZero();
        checkRepeats();
    }

    @Test
    void books_have_hard_operations_filed_or_not_each_once() throws IOException {
        operate(3);
        storage.writeSnapshots();
        keepFromFiling();
        operate(3);
        crash();

        for (PlayerId player : players) {
            assertThat(storage.books().of(player).operations())
                    .extracting(HardOperation::id)
                    .doesNotHaveDuplicates()
                    .hasSize(1 + 2);
        }
    }
}
