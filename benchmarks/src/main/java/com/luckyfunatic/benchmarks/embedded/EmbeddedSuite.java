package com.luckyfunatic.benchmarks.embedded;

import com.luckyfunatic.benchmarks.run.Callers;
import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.Round;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.benchmarks.run.Subject;
import com.luckyfunatic.storage.embedded.EmbeddedSettings;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Taps and purchases on the embedded store beside the bare engine below it.
 *
 * <p>It is no JMH benchmark because JMH finishes one method before it starts the next: on a machine
 * with neighbours, only rounds in turn, in one process, see the same disturbances. The warm-up is
 * longer than what the compilers need, and every call does its whole work and is checked.
 */
public final class EmbeddedSuite {
    private static final int PLAYERS = 10_000;
    private static final int LOGIN_CALLERS = 512;
    private static final int[] CALLERS = {256, 1};

    private final String name;
    private final RunOptions options;
    private final Duration warmup;
    private final Duration round;
    private final int rounds;

    /** A suite as long as the options say, whose raw files go by {@code name}. */
    public EmbeddedSuite(String name, RunOptions options) {
        this.name = name;
        this.options = options;
        warmup = Duration.ofMillis(options.choose(8_000, 300));
        round = Duration.ofMillis(options.choose(5_000, 300));
        rounds = options.choose(5, 1);
    }

    private enum Operation {
        TAP,
        PURCHASE;

        Subject on(StoreUnderTest store) {
            return switch (this) {
                case TAP -> store::tap;
                case PURCHASE -> store::buy;
            };
        }

        /** A purchase is forced to disk before its answer, whatever the setting. */
        RawEngine.Forcing yardstick(EmbeddedSettings.Forcing forcing) {
            return this == TAP && forcing == EmbeddedSettings.Forcing.EVERY_SECOND
                    ? RawEngine.Forcing.EVERY_SECOND
                    : RawEngine.Forcing.EACH_COMMIT;
        }
    }

    /** Runs everything and writes the raw file. */
    public void run() throws IOException, SQLException {
        RunDirectory directory = options.start(name);
        List<Comparison> comparisons = new ArrayList<>();
        for (EmbeddedSettings.Forcing forcing : EmbeddedSettings.Forcing.values()) {
            for (Operation operation : Operation.values()) {
                for (int callers : CALLERS) {
                    comparisons.add(compare(operation, forcing, callers));
                }
            }
        }
        directory.write(
                RunDirectory.RESULT_FILE,
                new EmbeddedResult(options.choose(PLAYERS, 1_000), comparisons));
        System.out.println("raw results: " + directory);
    }

    private Comparison compare(Operation operation, EmbeddedSettings.Forcing forcing, int callers)
            throws IOException, SQLException {
        int players = options.choose(PLAYERS, 1_000);
        RawEngine.Forcing rawForcing = operation.yardstick(forcing);
        try (ScratchDirectory scratch = ScratchDirectory.create();
                StoreUnderTest store =
                        new StoreUnderTest(scratch.resolve("store"), forcing, players);
                RawEngine raw = new RawEngine(scratch.resolve("raw"), rawForcing, players)) {
            store.logInAll(LOGIN_CALLERS);
            Comparison comparison =
                    new Comparison(
                            operation.name().toLowerCase(Locale.ROOT),
                            forcing.name().toLowerCase(Locale.ROOT),
                            rawForcing.name().toLowerCase(Locale.ROOT),
                            callers,
                            new ArrayList<>(),
                            new ArrayList<>());
            alternate(comparison, operation.on(store), raw, new Callers(callers, players));
            print(comparison);
            return comparison;
        }
    }

    private void alternate(Comparison comparison, Subject store, Subject raw, Callers callers) {
        callers.round(raw, warmup);
        callers.round(store, warmup);
        for (int i = 0; i < rounds; i++) {
            comparison.yardstick().add(callers.round(raw, round));
            comparison.store().add(callers.round(store, round));
        }
    }

    private static void print(Comparison comparison) {
        System.out.printf(
                Locale.ROOT,
                "%-8s %-12s %3d callers: %6.0f/s, %5.1f CPU µs, p99 %6.0f µs; bare engine %6.0f/s,"
                        + " %5.1f CPU µs; %.0f %%%n",
                comparison.operation(),
                comparison.forcing(),
                comparison.callers(),
                Medians.of(comparison.store(), Round::perSecond),
                Medians.of(comparison.store(), Round::cpuMicros),
                Medians.of(comparison.store(), round -> round.latency().p99()),
                Medians.of(comparison.yardstick(), Round::perSecond),
                Medians.of(comparison.yardstick(), Round::cpuMicros),
                comparison.ratio() * 100);
    }
}
