package com.luckyfunatic.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.retention.RetentionClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is forgotten, when, and what is never stored. */
@Timeout(60)
class EmbeddedRetentionTest {
    private static final AdjustBalance TOO_MUCH = new AdjustBalance(Currency.FUNZ, -50, "test");

    @TempDir private Path directory;
    private final SettableClock clock = new SettableClock();
    private EmbeddedSettings settings;
    private EmbeddedStorage storage;
    private GameEngine engine;
    private PlayerId player;

    @BeforeEach
    void open() {
        settings = EmbeddedSettings.in(directory);
        openWith(settings);
        player = engine.logIn(TelegramAccount.of(1, "Ann"), null).profile().id();
    }

    private void openWith(EmbeddedSettings chosen) {
        storage =
                EmbeddedStorage.open(
                        chosen,
                        new RetentionClock(clock, () -> clock.millis() * 1_000_000),
                        Connector::toSqlite);
        engine = GameEngine.builder(storage).clock(clock).build(TestCatalogs.full());
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private StorageProbe probe() {
        return new StorageProbe(storage);
    }

    @Test
    void soft_operations_and_refusals_are_forgotten_after_a_day_and_hard_ones_never() {
        var hard = new AdjustBalance(Currency.FUNZ, 1, "test");
        var first = engine.execute(player, new OperationId("hard"), hard);
        engine.execute(player, new OperationId("soft"), new Tap(1));
        engine.execute(player, new OperationId("refused"), TOO_MUCH);
        clock.advance(Duration.ofHours(24).minusMillis(1));
        assertThat(engine.operation(player, new OperationId("soft"))).isPresent();
        assertThat(engine.operation(player, new OperationId("refused"))).isPresent();

        clock.advance(Duration.ofMillis(1));
        assertThat(engine.operation(player, new OperationId("soft"))).isEmpty();
        assertThat(engine.execute(player, new OperationId("refused"), TOO_MUCH).repeated())
                .isFalse();

        clock.advance(Duration.ofDays(2));
        probe().awaitCount(0, "SELECT count(*) FROM operation WHERE expires_at IS NOT NULL");
        probe().awaitCount(0, "SELECT count(*) FROM kept_state");
        assertThat(engine.execute(player, new OperationId("hard"), hard))
                .extracting("outcome", "repeated")
                .containsExactly(first.outcome(), true);
    }

    @Test
    void a_refusal_is_stored_without_the_state() {
        var answer = engine.execute(player, new OperationId("refused"), TOO_MUCH);

        assertThat(answer.outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(
                        probe().count(
                                        "SELECT length(answer) FROM operation"
                                                + " WHERE operation_id = 'refused'"
                                                + " AND change_position IS NULL"))
                .isBetween(1L, 300L);
    }

    @Test
    void old_changes_leave_the_journal_and_histories_say_so() {
        var hard = new AdjustBalance(Currency.FUNZ, 1, "test");
        var paid = engine.execute(player, new OperationId("hard"), hard);
        live(150);
        awaitMarkOfEverything();
        storage.writeSnapshots();
        long sequence = state().sequence();
        long greatest = storage.greatestId();
        clock.advance(Duration.ofDays(90));

        probe().awaitCount(0, "SELECT count(*) FROM state_change");
        assertThat(history(Long.MAX_VALUE)).isEqualTo(new Page<>(List.of(), false, true));
        live(70);
        assertHistory(sequence + 70, sequence + 1);
        assertThat(history(1)).isEqualTo(new Page<>(List.of(), false));

        reopen(settings);
        assertThat(storage.greatestId()).isGreaterThanOrEqualTo(greatest);
        live(70);
        assertHistory(sequence + 140, sequence + 1);
        assertThat(engine.execute(player, new OperationId("hard"), hard))
                .extracting("outcome", "repeated")
                .containsExactly(paid.outcome(), true);
    }

    @Test
    void the_greatest_id_survives_the_change_that_had_it() {
        awaitMarkOfEverything();
        storage.writeSnapshots();
        long greatest = storage.greatestId();
        clock.advance(Duration.ofDays(90));
        probe().awaitCount(0, "SELECT count(*) FROM state_change");

        reopen(settings);
        assertThat(storage.greatestId()).isEqualTo(greatest);
    }

    @Test
    void a_change_that_no_snapshot_has_stays_however_old() throws SQLException {
        try (Connection other =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + directory.resolve("funatic.db"));
                Statement statement = other.createStatement()) {
            statement.execute("UPDATE meta SET value = 0 WHERE name = 'snapshot_position'");
            statement.execute("ALTER TABLE player_state RENAME TO hidden");
            live(10);
            awaitMarkOfEverything();
            clock.advance(Duration.ofDays(91));
            live(1);
            awaitMarkOfEverything();

            assertThat(probe().count("SELECT count(*) FROM state_change")).isEqualTo(13);
            statement.execute("ALTER TABLE hidden RENAME TO player_state");
        }
    }

    @Test
    void a_sender_whose_clock_is_ahead_makes_nothing_leave() {
        live(10);
        awaitMarkOfEverything();
        storage.writeSnapshots();
        engine.execute(
                new CommandEnvelope(
                        player,
                        null,
                        clock.millis() + Duration.ofDays(400).toMillis(),
                        Actor.Player.SELF,
                        new Tap(1)));
        clock.advance(Duration.ofHours(2));
        awaitMarkOfEverything();

        assertThat(probe().count("SELECT count(*) FROM state_change")).isEqualTo(13);
    }

    @Test
    void changes_kept_for_ever_stay() {
        reopen(settings.withJournalKept(Duration.ZERO));
        live(10);
        storage.writeSnapshots();
        engine.execute(player, new OperationId("soft"), new Tap(1));
        clock.advance(Duration.ofDays(4_000));
        probe().awaitCount(0, "SELECT count(*) FROM operation WHERE expires_at IS NOT NULL");

        assertThat(probe().count("SELECT count(*) FROM state_change")).isEqualTo(13);
    }

    @Test
    void a_time_below_zero_is_no_time() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.withJournalKept(Duration.ofDays(-1)));
    }

    private void reopen(EmbeddedSettings settings) {
        storage.close();
        openWith(settings);
    }

    private void live(int changes) {
        for (int i = 0; i < changes; i++) {
            engine.execute(player, new AdjustBalance(Currency.FUNZ, 1, "test"));
        }
    }

    private PlayerState state() {
        return engine.player(player).orElseThrow();
    }

    private Page<StateChange> history(long beforeSequence) {
        return storage.players().history(player, beforeSequence, 100);
    }

    /** Checks the pages of the history: every change from {@code last} down to {@code first}. */
    private void assertHistory(long last, long first) {
        long expected = last;
        Page<StateChange> page = history(Long.MAX_VALUE);
        while (true) {
            for (StateChange change : page.items()) {
                assertThat(change.sequence()).isEqualTo(expected--);
            }
            if (!page.hasMore()) {
                break;
            }
            page = history(expected + 1);
        }
        assertThat(page.endsEarly()).isTrue();
        assertThat(expected).isEqualTo(first - 1);
        for (long before = 2; before <= first; before++) {
            assertThat(history(before)).isEqualTo(new Page<>(List.of(), false, true));
        }
    }

    private void awaitMarkOfEverything() {
        clock.advance(Duration.ofHours(1));
        probe().awaitCount(
                        1,
                        """
                        SELECT count(*) FROM journal_mark
                        WHERE position = (SELECT max(position) FROM state_change)
                        """);
    }
}
