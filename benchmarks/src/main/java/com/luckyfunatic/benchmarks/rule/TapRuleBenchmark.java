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
 * paid in full.
 *
 * <p>The rule's input is made beforehand: a lap of commands and their contexts. At its end the
 * player starts anew, with the first number again.
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
    private static final int LAP = 4_096;

    /** Whether three timed boosters are active and three permanent ones stand at level 3. */
    @Param({"false", "true"})
    public boolean boosted;

    private final Catalog catalog = BenchmarkCatalog.standard();
    private final Tap[] numbered = new Tap[LAP];
    private final RuleContext[] contexts = new RuleContext[LAP];
    private PlayerState first = PlayingState.fresh(catalog);
    private PlayerState state = first;
    private PlainTap plain = new PlainTap(0, false);
    private long nowMillis;
    private long calls;

    /** Starts with a new player. */
    @Setup
    public void start() {
        nowMillis = TapLoad.START.toEpochMilli();
        calls = 0;
        first = boosted ? PlayingState.boosted(catalog) : PlayingState.fresh(catalog);
        state = first;
        plain = new PlainTap(nowMillis, boosted);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < LAP; i++) {
            numbered[i] = new Tap(TapLoad.TAPS, new TapSequence(SESSION, i));
            long atMillis = nowMillis + (i + 1) * TapLoad.MILLIS_BETWEEN;
            contexts[i] = new RuleContext(atMillis, catalog, random);
        }
    }

    /** A tap without a number. */
    @Benchmark
    public PlayerState tap() {
        return play(TAP, nextInLap());
    }

    /** A tap with its number in the session, as clients send it. */
    @Benchmark
    public PlayerState numberedTap() {
        int at = nextInLap();
        return play(numbered[at], at);
    }

    /** Yardstick: the same arithmetic on plain fields. */
    @Benchmark
    public long plainLoop() {
        calls++;
        nowMillis += TapLoad.MILLIS_BETWEEN;
        return plain.tap(TapLoad.TAPS, nowMillis) ^ plain.digest();
    }

    private int nextInLap() {
        int at = (int) (calls++ % LAP);
        if (at == 0) {
            state = first;
        }
        return at;
    }

    private PlayerState play(Tap tap, int at) {
        if (state.frenzy().meter() >= PlainTap.METER_FULL) {
            // A full meter would not move any more, and hide what moving it costs.
            state = state.change().frenzy(FrenzyState.EMPTY).done();
        }
        RuleContext context = contexts[at];
        state =
                switch (GameRules.decide(state, tap, context)) {
                    case Decision.Accepted(var _, var events) ->
                            GameRules.evolve(state, state.id(), events, context.nowMillis());
                    case Decision.Refused(var reason) ->
                            throw new IllegalStateException("" + reason);
                };
        return state;
    }

    /** Makes sure that it was the paid tap that was measured. */
    @TearDown
    public void checkThatEveryTapWasPaid() {
        long taps = (plain.funz() > 0 ? calls : (calls - 1) % LAP + 1) * TapLoad.TAPS;
        long funz = Math.max(state.wallet().funz(), plain.funz());
        if (funz != taps * (boosted ? 4 * 5 : 1)) {
            throw new IllegalStateException(taps + " taps were paid " + funz + " funz");
        }
    }
}
