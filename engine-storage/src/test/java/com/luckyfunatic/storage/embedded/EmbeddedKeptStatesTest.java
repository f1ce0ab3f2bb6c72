package com.luckyfunatic.storage.embedded;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.retention.RetentionClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** That repeats get the very state of their first answer, though hardly any state is kept. */
@Timeout(60)
class EmbeddedKeptStatesTest {
    private static final String KEPT = "SELECT count(*) FROM kept_state";

    @TempDir private Path directory;
    private final SettableClock clock = new SettableClock();
    private EmbeddedStorage storage;
    private GameEngine engine;
    private PlayerId player;

    /** First answers, by the name of the operation; those of even number are taps. */
    private final Map<Integer, Answer> answers = new LinkedHashMap<>();

    @BeforeEach
    void open() {
        openWith(EmbeddedSettings.in(directory));
        player = logIn(1);
    }

    private void openWith(EmbeddedSettings settings) {
        storage =
                EmbeddedStorage.open(
                        settings,
                        new RetentionClock(clock, () -> clock.millis() * 1_000_000),
                        Connector::toSqlite);
        engine = GameEngine.builder(storage).clock(clock).build(TestCatalogs.full());
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private PlayerId logIn(long telegramId) {
        return engine.logIn(TelegramAccount.of(telegramId, "Ann"), null).profile().id();
    }

    private static Command command(int number) {
        return number % 2 == 0
                ? new Tap(1)
                : new AdjustBalance(Currency.FUNZ, number % 7 + 1, "test");
    }

    private Answer execute(int number) {
        return engine.execute(player, new OperationId("op" + number), command(number));
    }

    private void operate(int count) {
        for (int i = 0; i < count; i++) {
            int number = answers.size() + 1;
            answers.put(number, execute(number));
            clock.advance(Duration.ofSeconds(1));
        }
    }

    private void checkRepeats() {
        answers.forEach((number, first) -> {
            assertThat(first.repeated()).isFalse();
            assertThat(execute(number)).as("op%s", number).isEqualTo(first.asRepeat());
            assertThat(engine.operation(player, new OperationId("op" + number)))
                    .contains(first.asRepeat());
        });
    }

    private StorageProbe probe() {
        return new StorageProbe(storage);
    }

    @Test
    void states_are_replayed_from_few_that_are_kept() {
        long before = probe().count(KEPT);
        operate(5 * KeptStates.REPLAYED_MAX);

        checkRepeats();
        assertThat(probe().count(KEPT) - before).isBetween(4L, 6L);
        assertThat(probe().count("SELECT count(*) FROM operation WHERE state IS NOT NULL"))
                .isZero();
    }

    @Test
    void changes_without_a_name_are_replayed_too() {
        for (int round = 0; round < 10; round++) {
            operate(3);
            for (int i = 0; i < KeptStates.REPLAYED_MAX / 3; i++) {
                engine.execute(player, new Tap(1));
            }
        }

        checkRepeats();
    }

    @Test
    void a_store_that_was_opened_again_keeps_another_and_replays_what_was_before() {
        for (int round = 0; round < 3; round++) {
            operate(5);
            storage.close();
            openWith(EmbeddedSettings.in(directory));
        }
        operate(5);

        checkRepeats();
    }

    @Test
    void who_leaves_memory_is_known_when_coming_back() {
        storage.close();
        openWith(EmbeddedSettings.in(directory).with(1, 1));
        for (int round = 0; round < 5; round++) {
            operate(3);
            logIn(2 + round);
            storage.writeSnapshots();
        }

        checkRepeats();
    }

    @Test
    void nothing_is_replayed_from_a_state_that_was_not_kept_after_all() {
        for (int i = 0; i <= KeptStates.REPLAYED_MAX; i++) {
            engine.execute(player, new AdjustBalance(Currency.FUNZ, 1, "test"));
        }
        probe().onWriter(
                        "CREATE TRIGGER full BEFORE INSERT ON kept_state"
                                + " BEGIN SELECT RAISE(ABORT, 'planted'); END");
        assertThatThrownBy(() -> operate(1)).isInstanceOf(StorageUnavailableException.class);
        probe().onWriter("DROP TRIGGER full");

        operate(3);
        checkRepeats();
    }

    @Test
    void a_state_is_replayed_from_one_that_is_an_hour_old_at_most() {
        operate(2);
        long before = probe().count(KEPT);
        clock.advance(Duration.ofMinutes(50));
        operate(2);
        assertThat(probe().count(KEPT)).isEqualTo(before);

        clock.advance(Duration.ofMinutes(10));
        operate(2);
        assertThat(probe().count(KEPT)).isEqualTo(before + 1);
        checkRepeats();
    }

    @Test
    void an_answer_has_its_own_state_for_a_day_however_short_the_journal_is_kept() {
        storage.close();
        openWith(EmbeddedSettings.in(directory).withJournalKept(Duration.ofMinutes(1)));
        operate(4);
        clock.advance(Duration.ofMinutes(59));
        operate(2);
        storage.writeSnapshots();
        awaitMark();
        clock.advance(Duration.ofHours(22).plusMinutes(31));
        answers.keySet().removeIf(number -> number < 5);
        // They expire after a day, and go in the same transaction as old changes.
        probe().awaitCount(
                        0, "SELECT count(*) FROM operation WHERE operation_id IN ('op2', 'op4')");

        checkRepeats();
    }

    @Test
    void after_a_day_an_answer_has_the_present_state_and_the_kept_ones_go() {
        operate(3);
        Answer hard = requireNonNull(answers.get(3));
        clock.advance(Duration.ofHours(24));
        execute(1_000);

        assertThat(execute(3))
                .isEqualTo(
                        new Answer(
                                hard.outcome(),
                                engine.player(player).orElseThrow(),
                                hard.passiveIncome(),
                                engine.player(player).orElseThrow().changedAtMillis(),
                                true));
        clock.advance(Duration.ofDays(2));
        probe().awaitCount(0, KEPT);
        assertThat(execute(3).outcome()).isEqualTo(hard.outcome());
    }

    @Test
    void states_of_a_clock_that_was_ahead_go_and_keep_no_others() {
        operate(2);
        long last = probe().count("SELECT max(position) FROM state_change");
        probe().onWriter(
                        """
                        INSERT INTO kept_state (position, at_millis, state)
                        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
                        SELECT -i, %d, 'x' FROM n
                        """
                                .formatted(clock.millis() + Duration.ofDays(400).toMillis()));
        checkRepeats();

        clock.advance(Duration.ofDays(2));
        probe().awaitCount(0, KEPT + " WHERE position <= " + last);
    }

    @Test
    void a_refusal_has_no_state_and_keeps_none() {
        long before = probe().count(KEPT);
        Answer refused =
                engine.execute(
                        player,
                        new OperationId("refused"),
                        new AdjustBalance(Currency.FUNZ, -50, "test"));

        assertThat(refused.outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(probe().count(KEPT)).isEqualTo(before);
        assertThat(
                        engine.execute(
                                player,
                                new OperationId("refused"),
                                new AdjustBalance(Currency.FUNZ, -50, "test")))
                .isEqualTo(refused.asRepeat());
    }

    @Test
    void whether_an_operation_is_known_is_told_without_its_state() {
        operate(3);

        assertThat(storage.players().isKnown(player, new OperationId("op2"))).isTrue();
        assertThat(storage.players().isKnown(player, new OperationId("op4"))).isFalse();
        clock.advance(Duration.ofDays(1));
        assertThat(storage.players().isKnown(player, new OperationId("op2"))).isFalse();
        assertThat(storage.players().isKnown(player, new OperationId("op3"))).isTrue();
    }

    private void awaitMark() {
        clock.advance(Duration.ofHours(1));
        probe().awaitCount(
                        1,
                        """
                        SELECT count(*) FROM journal_mark
                        WHERE position = (SELECT max(position) FROM state_change)
                        """);
    }
}
