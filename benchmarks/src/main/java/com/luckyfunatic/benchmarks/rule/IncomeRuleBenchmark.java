package com.luckyfunatic.benchmarks.rule;

import com.luckyfunatic.benchmarks.game.BenchmarkCatalog;
import com.luckyfunatic.benchmarks.game.TapLoad;
import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.GameRules;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.card.OwnedCard;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.income.IncomeCommand.CollectIncome;
import com.luckyfunatic.engine.income.IncomeState;
import com.luckyfunatic.engine.player.PlayerState;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One player who owns all 32 cards collects a second's income without end. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class IncomeRuleBenchmark {
    private static final CollectIncome COLLECT = new CollectIncome();
    private static final int LEVEL = 10;
    private static final long MILLIS_BETWEEN = 1_000;

    private final Catalog catalog = BenchmarkCatalog.standard();
    private final SplittableRandom random = new SplittableRandom(1);
    private PlayerState state = PlayingState.withAllCards(catalog, LEVEL);
    private long[] incomes = {};
    private long nowMillis;
    private long funz;
    private long rest;

    /** Starts with a new player. */
    @Setup
    public void start() {
        nowMillis = TapLoad.START.toEpochMilli();
        state = PlayingState.withAllCards(catalog, LEVEL);
        incomes = state.cards().owned().stream().mapToLong(this::incomePerHour).toArray();
        funz = 0;
        rest = 0;
    }

    private long incomePerHour(OwnedCard card) {
        return catalog.cardLevels(card.card()).get(card.level() - 1).incomePerHour();
    }

    /** Collects through decide and evolve. */
    @Benchmark
    public PlayerState collect() {
        nowMillis += MILLIS_BETWEEN;
        RuleContext context = new RuleContext(nowMillis, catalog, random);
        state =
                switch (GameRules.decide(state, COLLECT, context)) {
                    case Decision.Accepted(var _, var events) ->
                            GameRules.evolve(state, state.id(), events, nowMillis);
                    case Decision.Refused(var reason) ->
                            throw new IllegalStateException("" + reason);
                };
        return state;
    }

    /** Yardstick: the same sum, product and division on plain fields. */
    @Benchmark
    public long plainLoop() {
        long perHour = 0;
        for (long income : incomes) {
            perHour += income;
        }
        long accrued = rest + perHour * MILLIS_BETWEEN;
        funz += accrued / IncomeState.PER_FUNZ;
        rest = accrued % IncomeState.PER_FUNZ;
        return funz;
    }
}
