package com.luckyfunatic.benchmarks.rule;

import com.luckyfunatic.benchmarks.game.BenchmarkCatalog;
import com.luckyfunatic.benchmarks.game.TapLoad;
import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.GameRules;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.frenzy.FrenzyState;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapSequence;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One player taps without end: each tap is decided on the state that the one before it led to, and
 * paid in full. The context and, for a numbered tap, the command are made for each, as in the game.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class TapRuleBenchmark {
    private static final Tap TAP = new Tap(TapLoad.TAPS);
    private static final long SESSION = 1;

    /** Whether three timed boosters are active and three permanent ones stand at level 3. */
    @Param({"false", "true"})
    public boolean boosted;

    private final Catalog catalog = BenchmarkCatalog.standard();
    private final SplittableRandom random = new SplittableRandom(1);
    private PlayerState state = PlayingState.fresh(catalog);
    private PlainTap plain = new PlainTap(0, false);
    private long nowMillis;
    private long calls;

    /** Starts with a new player. */
    @Setup
    public void start() {
        nowMillis = TapLoad.START.toEpochMilli();
        calls = 0;
        state = boosted ? PlayingState.boosted(catalog) : PlayingState.fresh(catalog);
        plain = new PlainTap(nowMillis, boosted);
    }

    /** A tap without a number. */
    @Benchmark
    public PlayerState tap() {
        return play(TAP);
    }

    /** A tap with its number in the session, as clients send it. */
    @Benchmark
    public PlayerState numberedTap() {
        return play(new Tap(TapLoad.TAPS, new TapSequence(SESSION, calls)));
    }

    /** Yardstick: the same arithmetic on plain fields. */
    @Benchmark
    public long plainLoop() {
        calls++;
        nowMillis += TapLoad.MILLIS_BETWEEN;
        return plain.tap(TapLoad.TAPS, nowMillis) ^ plain.digest();
    }

    private PlayerState play(Tap tap) {
        calls++;
        nowMillis += TapLoad.MILLIS_BETWEEN;
        if (state.frenzy().meter() >= PlainTap.METER_FULL) {
            // A full meter would not move any more, and hide what moving it costs.
            state = state.change().frenzy(FrenzyState.EMPTY).done();
        }
        RuleContext context = new RuleContext(nowMillis, catalog, random);
        state =
                switch (GameRules.decide(state, tap, context)) {
                    case Decision.Accepted(var _, var events) ->
                            GameRules.evolve(state, state.id(), events, nowMillis);
                    case Decision.Refused(var reason) ->
                            throw new IllegalStateException("" + reason);
                };
        return state;
    }

    /** Makes sure that it was the paid tap that was measured. */
    @TearDown
    public void checkThatEveryTapWasPaid() {
        long paid = boosted ? 4 * 5 : 1;
        long funz = Math.max(state.wallet().funz(), plain.funz());
        if (funz != calls * TapLoad.TAPS * paid) {
            throw new IllegalStateException(calls + " calls were paid " + funz + " funz");
        }
    }
}
