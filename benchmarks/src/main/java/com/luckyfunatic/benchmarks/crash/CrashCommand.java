package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.benchmarks.server.ServerCommand;
import com.luckyfunatic.benchmarks.server.ServerOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs crash rounds. Ends with 1 when any promise was broken, and keeps the records then. */
@Command(
        name = "crash",
        mixinStandardHelpOptions = true,
        description = "Kills the server under load, again and again, and checks what it answered.")
public final class CrashCommand implements Callable<Integer> {
    @Mixin private RunOptions options = new RunOptions();
    @Mixin private ServerOptions server = new ServerOptions();

    @Option(names = "--rounds", defaultValue = "50", description = "Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "Longest load before a kill. Default: ${DEFAULT-VALUE}")
    private double seconds;

    @Option(
            names = "--forcing",
            defaultValue = "everysec",
            description = "everysec or always. Default: ${DEFAULT-VALUE}")
    private String forcing = "everysec";

    @Option(names = "--clients", defaultValue = "32", description = "Default: ${DEFAULT-VALUE}")
    private int clients;

    @Option(
            names = "--new-players",
            defaultValue = "40",
            description = "Players who join before each round. Default: ${DEFAULT-VALUE}")
    private int newPlayers;

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunDirectory directory = options.start("crash-" + forcing);
        CrashResult result;
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            CrashRounds.Plan plan =
                    CrashRounds.Plan.embedded(
                            forcing, options.choose(rounds, 2), seconds, clients, newPlayers, seed);
            result = embedded(plan, server.command(), scratch.resolve("crash"));
            if (result.violations() > 0) {
                scratch.keep();
            }
        }
        directory.write(RunDirectory.RESULT_FILE, result);
        System.out.printf(
                "%d kills, %d operations answered, %d unknown outcomes resolved, %d repeats: %d"
                        + " violations%n",
                result.rounds().size(),
                result.sum(CrashResult.Round::taps) + result.sum(CrashResult.Round::changes),
                result.sum(CrashResult.Round::unknownApplied)
                        + result.sum(CrashResult.Round::unknownNotApplied),
                result.sum(CrashResult.Round::repeats) + result.finalRepeats(),
                result.violations());
        System.out.println("raw results: " + directory);
        return result.violations() == 0 ? 0 : 1;
    }

    /** Kills the server on the embedded storage. */
    static CrashResult embedded(CrashRounds.Plan plan, ServerCommand command, Path scratch)
            throws IOException, InterruptedException {
        try (EmbeddedStage stage = new EmbeddedStage(command, scratch, plan.what())) {
            return new CrashRounds<>(plan, stage, List.of(new ServerKill()), scratch).run();
        }
    }
}
