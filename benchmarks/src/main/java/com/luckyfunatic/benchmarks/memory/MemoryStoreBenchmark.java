package com.luckyfunatic.benchmarks.memory;

import com.luckyfunatic.benchmarks.game.BenchmarkCatalog;
import com.luckyfunatic.benchmarks.game.TapLoad;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.storage.memory.MemoryStorage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A thousand players tap in turn on the memory store, each tap paid in full. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class MemoryStoreBenchmark {
    private static final int PLAYERS = 1_000;

    /** The engine reads its clock for the command and for the id of the change. */
    private static final int CLOCK_READINGS = 2;

    private static final Tap TAP = new Tap(TapLoad.TAPS);

    private final MemoryStorage storage = new MemoryStorage();
    private final GameEngine engine =
            GameEngine.builder(storage)
                    .clock(TapLoad.clock(PLAYERS, CLOCK_READINGS))
                    .build(BenchmarkCatalog.standard());
    private final PlayerId[] players =
            IntStream.rangeClosed(1, PLAYERS)
                    .mapToObj(
                            id -> engine.logIn(TelegramAccount.of(id, "Ada"), null).profile().id())
                    .toArray(PlayerId[]::new);
    private final ConcurrentMap<PlayerId, PlainRecord> records = new ConcurrentHashMap<>();
    private int next;
    private long taps;

    /** A tap through the engine. */
    @Benchmark
    public Answer tap() {
        taps++;
        return engine.execute(nextPlayer(), TAP);
    }

    /** Yardstick: the least that replaces an immutable value of a map in one atomic step. */
    @Benchmark
    public @Nullable PlainRecord compute() {
        return records.compute(
                nextPlayer(), (_, old) -> old == null ? PlainRecord.FIRST : old.next());
    }

    private PlayerId nextPlayer() {
        next = next == PLAYERS - 1 ? 0 : next + 1;
        return players[next];
    }

    /** Makes sure that it was the paid tap that was measured. */
    @TearDown
    public void checkThatEveryTapWasPaid() {
        long counted = 0;
        for (PlayerId player : players) {
            counted += engine.player(player).orElseThrow().tap().taps();
        }
        if (counted != taps * TapLoad.TAPS) {
            throw new IllegalStateException(taps + " commands made " + counted + " taps");
        }
    }
}
