package com.luckyfunatic.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.retention.RetentionClock;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Duration;
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
    private EmbeddedStorage storage;
    private GameEngine engine;
    private PlayerId player;

    @BeforeEach
    void open() {
        storage =
                EmbeddedStorage.open(
                        EmbeddedSettings.in(directory),
                        new RetentionClock(clock, () -> clock.millis() * 1_000_000));
        engine = GameEngine.builder(storage).clock(clock).build(TestCatalogs.full());
        player = engine.logIn(TelegramAccount.of(1, "Ann"), null).profile().id();
    }

    @AfterEach
    void close() {
        storage.close();
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
        awaitCount(0, "SELECT count(*) FROM operation WHERE expires_at IS NOT NULL");
        awaitCount(0, "SELECT count(*) FROM operation WHERE state IS NOT NULL");
        assertThat(engine.execute(player, new OperationId("hard"), hard))
                .extracting("outcome", "repeated")
                .containsExactly(first.outcome(), true);
    }

    @Test
    void a_refusal_is_stored_without_the_state() {
        var answer = engine.execute(player, new OperationId("refused"), TOO_MUCH);

        assertThat(answer.outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(
                        count(
                                "SELECT length(answer) FROM operation"
                                        + " WHERE operation_id = 'refused' AND state IS NULL"))
                .isBetween(1L, 300L);
    }

    /** The storage keeps house about once a second, between two transactions. */
    private void awaitCount(long expected, String sql) {
        while (count(sql) != expected) {
            storage.checkAvailable();
        }
    }

    private long count(String sql) {
        return storage.database()
                .read(reader -> {
                    try (ResultSet row = reader.prepare(sql).executeQuery()) {
                        return row.getLong(1);
                    }
                });
    }
}
