package com.luckyfunatic.benchmarks.embedded;

import com.luckyfunatic.benchmarks.game.BenchmarkCatalog;
import com.luckyfunatic.benchmarks.game.TapLoad;
import com.luckyfunatic.benchmarks.run.Concurrently;
import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.Login;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.card.CardCommand.BuyCardLevel;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.AuditStore;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapResult;
import com.luckyfunatic.engine.tap.TapSequence;
import com.luckyfunatic.storage.embedded.EmbeddedSettings;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The engine on the embedded store, with players who are logged in. Its operations check that they
 * did their whole work; thread-safe as far as calls for one player do not overlap.
 */
public final class StoreUnderTest implements AutoCloseable {
    private final EmbeddedStorage storage;
    private final GameEngine engine;
    private final List<CardDefinition> cards;
    private final @Nullable PlayerId[] ids;

    /** Not the whole logins: a million states would fill the heap that the store is given. */
    private final long[] sessions;

    private final int[] taps;
    private final int[] purchases;

    /** The moment of each player's last command: each has a time of their own, which runs fast. */
    private final long[] nowMillis;

    /** Opens a store in {@code directory} and logs {@code players} in. */
    public StoreUnderTest(Path directory, EmbeddedSettings.Forcing forcing, int players) {
        storage = EmbeddedStorage.open(EmbeddedSettings.in(directory).with(forcing));
        engine = GameEngine.on(storage, BenchmarkCatalog.forPurchases());
        cards = engine.catalog().cards();
        ids = new PlayerId[players];
        sessions = new long[players];
        taps = new int[players];
        purchases = new int[players];
        nowMillis = new long[players];
    }

    /** What is recorded of it. */
    public AuditStore audit() {
        return storage.audit();
    }

    /** Logs all players in, {@code callers} at a time. */
    public void logInAll(int callers) {
        List<Integer> indexes = IntStream.range(0, ids.length).boxed().toList();
        Concurrently.forEach(
                indexes,
                callers,
                player -> {
                    Login login = logIn(player);
                    ids[player] = login.profile().id();
                    sessions[player] = login.session();
                    nowMillis[player] = login.state().changedAtMillis();
                });
    }

    private Login logIn(int player) {
        return engine.logIn(TelegramAccount.of(player + 1L, "Ada"), null);
    }

    /** A numbered tap, as clients send it. */
    public void tap(int player) {
        TapSequence number = new TapSequence(sessions[player], taps[player]++);
        Answer answer = execute(player, null, new Tap(TapLoad.TAPS, number));
        boolean paid =
                answer.outcome() instanceof Outcome.Accepted(TapResult.Taps result)
                        && result.accepted() == TapLoad.TAPS;
        check(paid, answer);
    }

    /** The purchase of a card's next level under an operation id. */
    void buy(int player) {
        int number = purchases[player]++;
        Answer answer =
                execute(
                        player,
                        new OperationId("buy-" + number),
                        new BuyCardLevel(cards.get(number % cards.size()).id(), null));
        check(answer.outcome() instanceof Outcome.Accepted && !answer.repeated(), answer);
    }

    private Answer execute(int player, @Nullable OperationId operationId, Command command) {
        nowMillis[player] += TapLoad.MILLIS_BETWEEN;
        return engine.execute(
                new CommandEnvelope(
                        Objects.requireNonNull(ids[player]),
                        operationId,
                        nowMillis[player],
                        Actor.Player.SELF,
                        command));
    }

    private static void check(boolean whole, Answer answer) {
        if (!whole) {
            throw new IllegalStateException("not what is to be measured: " + answer);
        }
    }

    @Override
    public void close() {
        storage.close();
    }
}
