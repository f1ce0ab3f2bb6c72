package com.luckyfunatic.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that all commands share. Not thread-safe. */
public final class RunOptions {
    @Option(
            names = "--quick",
            description =
                    "A short trial to see that it runs: its figures mean nothing, and go to"
                            + " benchmarks/target/results.")
    private boolean quick;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where to write the raw files. Default: benchmarks/results")
    private @Nullable Path results;

    /** Whether to be short. */
    public boolean quick() {
        return quick;
    }

    /** Returns {@code usual}, or {@code whenQuick} for a short run. */
    public int choose(int usual, int whenQuick) {
        return quick ? whenQuick : usual;
    }

    /** Makes the directory of a run. */
    public RunDirectory start(String name) throws IOException {
        Path usual = Path.of("benchmarks", quick ? "target" : ".", "results").normalize();
        return RunDirectory.create(
                Objects.requireNonNullElse(results, usual), name, quick, Clock.systemUTC());
    }
}
