package com.luckyfunatic.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.retention.RetentionClock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the memory store does besides the contracts: bounds, forgetting, closing. */
class MemoryStorageTest {
    private static final PlayerId PLAYER = new PlayerId(7);
    private static final AdjustBalance ONE_MORE = new AdjustBalance(Currency.FUNZ, 1, "test");

    private final SettableClock clock = new SettableClock();

    @Test
    void an_empty_storage_has_stored_no_id() {
        assertThat(new MemoryStorage().greatestId()).isZero();
    }

    @Test
    void only_the_latest_changes_are_kept() {
        try (var storage = new MemoryStorage(3)) {
            GameEngine engine = started(storage);
            for (int i = 0; i < 9; i++) {
                engine.execute(PLAYER, ONE_MORE);
            }

            assertThat(storage.players().history(PLAYER, Long.MAX_VALUE, 100).items())
                    .extracting(StateChange::sequence)
                    .containsExactly(10L, 9L, 8L);
            assertThat(storage.players().find(PLAYER).orElseThrow().wallet().funz()).isEqualTo(9);
        }
    }

    @Test
    void a_hundred_changes_are_kept_unless_chosen_otherwise() {
        try (var storage = new MemoryStorage()) {
            GameEngine engine = started(storage);
            for (int i = 0; i < 150; i++) {
                engine.execute(PLAYER, ONE_MORE);
            }

            assertThat(storage.players().history(PLAYER, 52, 100).items()).isEmpty();
            assertThat(storage.players().history(PLAYER, Long.MAX_VALUE, 100).items()).hasSize(100);
        }
    }

    @ParameterizedTest(name = "{0} changes kept")
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void at_least_one_change_is_kept(int changesKept) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MemoryStorage(changesKept));
    }

    @Test
    void soft_operations_and_refusals_are_forgotten_after_a_day_and_hard_ones_never() {
        var retention = new RetentionClock(clock, () -> clock.millis() * 1_000_000);
        try (var storage = new MemoryStorage(10, retention)) {
            GameEngine engine = started(storage);
            var tooMuch = new AdjustBalance(Currency.FUNZ, -50, "test");
            engine.execute(PLAYER, new OperationId("soft"), new Tap(1));
            engine.execute(PLAYER, new OperationId("refused"), tooMuch);
            engine.execute(PLAYER, new OperationId("hard"), ONE_MORE);

            clock.advance(Duration.ofHours(24));
            assertThat(repeated(engine, "soft", new Tap(1))).isTrue();
            assertThat(repeated(engine, "refused", tooMuch)).isTrue();
            clock.advance(Duration.ofMillis(1));
            assertThat(repeated(engine, "soft", new Tap(1))).isFalse();
            assertThat(engine.operation(PLAYER, new OperationId("refused"))).isEmpty();
            assertThat(repeated(engine, "hard", ONE_MORE)).isTrue();
        }
    }

    @Test
    void nothing_is_kept_of_a_command_for_an_unknown_player() {
        try (var storage = new MemoryStorage()) {
            GameEngine engine = engine(storage);

            engine.execute(PLAYER, new Tap(1));
            assertThat(storage.greatestId()).isZero();
            engine.execute(PLAYER, new OperationId("op"), new Tap(1));
            assertThat(storage.greatestId()).isEqualTo(PLAYER.value());
        }
    }

    @Test
    void a_player_is_created_while_others_ask_in_vain() {
        try (var storage = new MemoryStorage()) {
            GameEngine engine = engine(storage);

            List<Answer> answers =
                    Together.run(
                            200,
                            i ->
                                    engine.execute(
                                            PLAYER,
                                            i % 50 == 49
                                                    ? new CreatePlayer(null, false)
                                                    : ONE_MORE));

            long accepted =
                    answers.stream()
                            .filter(answer -> answer.outcome() instanceof Outcome.Accepted)
                            .count();
            assertThat(storage.players().find(PLAYER).orElseThrow().sequence())
                    .isEqualTo(accepted)
                    .isPositive();
        }
    }

    @Test
    void a_change_that_does_not_follow_the_last_one_is_not_stored() {
        try (var storage = new MemoryStorage()) {
            GameEngine engine = started(storage);
            Answer before = engine.execute(PLAYER, ONE_MORE);
            StateChange last =
                    storage.players().history(PLAYER, Long.MAX_VALUE, 1).items().getFirst();
            CommandHandler again = (_, _) -> new Handled(before, last);

            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            storage.players()
                                    .execute(
                                            new CommandEnvelope(
                                                    PLAYER,
                                                    null,
                                                    clock.millis(),
                                                    last.actor(),
                                                    ONE_MORE),
                                            again));
            assertThat(storage.players().history(PLAYER, Long.MAX_VALUE, 9).items()).hasSize(2);
        }
    }

    @Test
    void a_closed_storage_refuses_everything_and_can_be_closed_again() {
        var storage = new MemoryStorage();
        GameEngine engine = started(storage);
        var profile = new Profile(PLAYER, TelegramAccount.of(1, "Ada"), null, null, 0);
        storage.checkAvailable();
        storage.close();
        storage.close();

        List<Runnable> calls =
                List.of(
                        () -> engine.execute(PLAYER, ONE_MORE),
                        () -> engine.player(PLAYER),
                        () -> engine.operation(PLAYER, new OperationId("op")),
                        () -> storage.players().history(PLAYER, 1, 1),
                        () -> storage.directory().register(profile),
                        () -> storage.directory().profile(PLAYER),
                        () -> storage.directory().findByTelegramId(1),
                        () -> storage.directory().friends(PLAYER, null, 1),
                        () -> storage.followUps().pending(1),
                        storage::checkAvailable);
        for (Runnable call : calls) {
            assertThatExceptionOfType(StorageUnavailableException.class).isThrownBy(call::run);
        }
    }

    private static boolean repeated(GameEngine engine, String id, Command command) {
        return engine.execute(PLAYER, new OperationId(id), command).repeated();
    }

    private GameEngine started(GameStorage storage) {
        GameEngine engine = engine(storage);
        engine.execute(PLAYER, new CreatePlayer(null, false));
        return engine;
    }

    private GameEngine engine(GameStorage storage) {
        return GameEngine.builder(storage)
                .clock(clock)
                .random(new Random(1))
                .build(TestCatalogs.full());
    }
}
