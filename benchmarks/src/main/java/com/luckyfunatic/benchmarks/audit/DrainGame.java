package com.luckyfunatic.benchmarks.audit;

import com.luckyfunatic.benchmarks.game.BenchmarkCatalog;
import com.luckyfunatic.benchmarks.game.TapLoad;
import com.luckyfunatic.benchmarks.run.Concurrently;
import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.card.CardCommand.BuyCardLevel;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Players in turn, who tap and every fiftieth time buy a card: each command is one change. For one
 * thread at a time.
 */
final class DrainGame {
    private static final int PURCHASE_EVERY = 50;

    private static final int CALLERS = 32;
    private static final int ATTEMPTS = 20;

    private final GameEngine engine;
    private final List<CardDefinition> cards;
    private final List<PlayerId> players;
    private final AtomicIntegerArray purchases;
    private long next;

    /**
     * Logs {@code players} in, who are new.
     *
     * @param begin when: no player's time runs before it
     */
    DrainGame(GameStorage storage, int players, Instant begin) {
        this(
                GameEngine.builder(storage)
                        .clock(InstantSource.fixed(begin))
                        .build(BenchmarkCatalog.forPurchases()),
                new AtomicIntegerArray(players),
                List.of());
    }

    private DrainGame(GameEngine engine, AtomicIntegerArray purchases, List<PlayerId> known) {
        this.engine = engine;
        this.purchases = purchases;
        cards = engine.catalog().cards();
        players =
                known.isEmpty()
                        ? Concurrently.map(
                                IntStream.range(0, purchases.length()).boxed().toList(),
                                CALLERS,
                                this::logIn)
                        : known;
    }

    /** Returns the same game on a storage that was opened again. */
    DrainGame on(GameStorage storage) {
        return new DrainGame(
                GameEngine.on(storage, BenchmarkCatalog.forPurchases()), purchases, players);
    }

    List<PlayerId> players() {
        return players;
    }

    /** Several times if need be: the storage is still cold. */
    private PlayerId logIn(int player) {
        for (int attempt = 1; ; attempt++) {
            try {
                return engine.logIn(TelegramAccount.of(player + 1L, "Ada"), null).profile().id();
            } catch (StorageUnavailableException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /**
     * Makes so many changes as fast as they are answered. Players have a time of their own, which
     * runs fast so that their energy suffices.
     *
     * @param startMillis the time of the first one
     * @return the time after the last one
     */
    long change(int number, long startMillis) {
        long first = next;
        next += number;
        Concurrently.forEach(
                IntStream.range(0, number).boxed().toList(),
                CALLERS,
                i -> change(first + i, startMillis + timeOf(i)));
        return startMillis + timeOf(number);
    }

    private long timeOf(int number) {
        return number * TapLoad.MILLIS_BETWEEN / players.size();
    }

    /**
     * Makes so many changes on time, whether or not those before are answered. Each bears the time
     * at which it is due.
     */
    void changeOnTime(int number, double perSecond) {
        long first = next;
        next += number;
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        long startMillis = System.currentTimeMillis();
        long start = System.nanoTime();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            // A storage that does not keep up must not be buried under what is due.
            for (int i = 0; i < number && failure.get() == null; i++) {
                long due = (long) (i / perSecond * 1e9);
                long change = first + i;
                awaitNanos(start + due);
                executor.execute(() -> {
                    try {
                        change(change, startMillis + due / 1_000_000);
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                    }
                });
            }
        }
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("a change was not made", failed);
        }
    }

    private static void awaitNanos(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void change(long number, long nowMillis) {
        int player = (int) (number % players.size());
        long turn = number / players.size();
        Answer answer =
                (number + turn) % PURCHASE_EVERY == 0
                        ? buy(player, nowMillis)
                        : execute(player, null, new Tap(TapLoad.TAPS), nowMillis);
        if (!isOneChange(answer)) {
            throw new IllegalStateException("not what is to be measured: " + answer);
        }
    }

    /** A tap that does not count, for want of energy, is accepted and changes nothing. */
    private static boolean isOneChange(Answer answer) {
        return !answer.repeated()
                && answer.outcome() instanceof Outcome.Accepted(Result result)
                && !(result instanceof TapResult.Taps taps && taps.accepted() < TapLoad.TAPS);
    }

    private Answer buy(int player, long nowMillis) {
        int number = purchases.getAndIncrement(player);
        return execute(
                player,
                new OperationId("buy-" + number),
                new BuyCardLevel(cards.get(number % cards.size()).id(), null),
                nowMillis);
    }

    private Answer execute(
            int player, @Nullable OperationId operationId, Command command, long nowMillis) {
        return engine.execute(
                new CommandEnvelope(
                        players.get(player), operationId, nowMillis, Actor.Player.SELF, command));
    }
}
