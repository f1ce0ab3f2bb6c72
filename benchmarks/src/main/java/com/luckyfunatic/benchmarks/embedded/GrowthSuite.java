package com.luckyfunatic.benchmarks.embedded;

import com.luckyfunatic.benchmarks.run.Callers;
import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.Round;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.storage.embedded.EmbeddedSettings.Forcing;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a tap costs when a thousand times as many players are stored: once with as many of them
 * playing, once with all of them playing in turn, so that hardly any is in memory when they come.
 *
 * <p>All three take turns in one process; {@link EmbeddedSuite} says why that is no JMH benchmark.
 */
public final class GrowthSuite {
    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;
    private static final int CALLERS = 256;
    private static final int LOGIN_CALLERS = 2_048;

    private final RunOptions options;
    private final int many;
    private final Duration warmup;
    private final Duration round;
    private final int rounds;

    /** A suite as long as the options say. */
    public GrowthSuite(RunOptions options) {
        this.options = options;
        many = options.choose(MANY, 20 * FEW);
        warmup = Duration.ofMillis(options.choose(10_000, 300));
        round = Duration.ofMillis(options.choose(5_000, 300));
        rounds = options.choose(5, 1);
    }

    /** Prepares the players, runs everything and writes the raw file. */
    public void run() throws IOException {
        RunDirectory directory = options.start("growth");
        try (ScratchDirectory scratch = ScratchDirectory.create();
                StoreUnderTest small =
                        new StoreUnderTest(scratch.resolve("few"), Forcing.EVERY_SECOND, FEW);
                StoreUnderTest large =
                        new StoreUnderTest(scratch.resolve("many"), Forcing.EVERY_SECOND, many)) {
            small.logInAll(CALLERS);
            long start = System.nanoTime();
            large.logInAll(LOGIN_CALLERS);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(Locale.ROOT, "%d players logged in, %.0f s%n", many, seconds);
            GrowthResult result = measure(small, large, seconds);
            print(result);
            directory.write(RunDirectory.RESULT_FILE, result);
        }
        System.out.println("raw results: " + directory);
    }

    private GrowthResult measure(StoreUnderTest small, StoreUnderTest large, double seconds) {
        Callers few = new Callers(CALLERS, FEW);
        Callers fewOfMany = new Callers(CALLERS, FEW);
        Callers all = new Callers(CALLERS, many);
        few.round(small::tap, warmup);
        fewOfMany.round(large::tap, warmup);
        all.round(large::tap, warmup);
        GrowthResult result =
                new GrowthResult(
                        FEW,
                        many,
                        seconds,
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>());
        for (int i = 0; i < rounds; i++) {
            result.few().add(few.round(small::tap, round));
            result.fewOfMany().add(fewOfMany.round(large::tap, round));
            result.all().add(all.round(large::tap, round));
        }
        return result;
    }

    private static void print(GrowthResult result) {
        print(result.fewStored() + " stored, all play", result.few());
        print(result.manyStored() + " stored, " + result.fewStored() + " play", result.fewOfMany());
        print(result.manyStored() + " stored, all play", result.all());
        System.out.printf(
                Locale.ROOT,
                "cost: %.2f times with the same players, %.2f times with all%n",
                result.factor(result.fewOfMany()),
                result.factor(result.all()));
    }

    private static void print(String name, List<Round> rounds) {
        System.out.printf(
                Locale.ROOT,
                "%-30s %6.0f/s, %5.1f CPU µs, p99 %6.0f µs%n",
                name,
                Medians.of(rounds, Round::perSecond),
                Medians.of(rounds, Round::cpuMicros),
                Medians.of(rounds, each -> each.latency().p99()));
    }
}
