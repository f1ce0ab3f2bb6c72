package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.devservers.ServerFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Strikes every process of a fleet, and the network between them. Ends with 1 when any promise was
 * broken, and keeps the records then.
 */
@Command(
        name = "fleet",
        mixinStandardHelpOptions = true,
        description =
                "Kills servers, workers and databases one after the other, disturbs the network"
                        + " between them, under load, and checks what was answered.")
public final class FleetCommand implements Callable<Integer> {
    private static final double SECONDS_BEFORE = 5;

    @Mixin private RunOptions options = new RunOptions();
    @Mixin private CampaignOptions load = new CampaignOptions();

    @Option(
            names = "--worker",
            paramLabel = "DIR",
            defaultValue = "worker-cli/target/lib",
            description = "The worker's jars. Default: ${DEFAULT-VALUE}")
    private Path worker = Path.of("");

    @Option(
            names = "--redis-cluster",
            description =
                    "With three masters instead of one Redis. The way to them has no proxy: clients"
                            + " learn their own addresses.")
    private boolean redisCluster;

    @Option(
            names = "--kills",
            defaultValue = "200",
            description = "How often each kind of process is killed. Default: ${DEFAULT-VALUE}")
    private int kills;

    @Option(
            names = "--per-round",
            defaultValue = "2",
            description =
                    "How often in a round, after which everything is checked. Default:"
                            + " ${DEFAULT-VALUE}")
    private int perRound;

    @Option(
            names = "--prove",
            description = "Plants each defect instead, and fails for those that are not found.")
    private boolean prove;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String name = redisCluster ? "fleet-cluster" : "fleet";
        RunDirectory directory = options.start(prove ? name + "-proof" : name);
        boolean holds;
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            holds = false;
            try {
                holds =
                        prove
                                ? prove(scratch.resolve("proof"), directory)
                                : strike(scratch.resolve("fleet"), directory);
            } finally {
                if (!holds) {
                    // The logs say why.
                    scratch.keep();
                }
            }
        }
        System.out.println("raw results: " + directory);
        return holds ? 0 : 1;
    }

    private boolean strike(Path scratch, RunDirectory directory)
            throws IOException, InterruptedException {
        FleetResult result =
                campaign()
                        .run(
                                options.choose(Math.ceilDiv(kills, perRound), 1),
                                scratch,
                                soFar -> directory.write(RunDirectory.RESULT_FILE, soFar));
        directory.write(RunDirectory.RESULT_FILE, result);
        print(result);
        return result.broken() == 0;
    }

    private boolean prove(Path scratch, RunDirectory directory)
            throws IOException, InterruptedException {
        List<FleetResult> results = new ArrayList<>();
        boolean holds = true;
        for (FleetDefect defect : FleetDefect.values()) {
            System.out.println("== " + defect);
            FleetCampaign.Proof proof = campaign().prove(defect, scratch.resolve(defect.name()));
            results.add(proof.without());
            results.add(proof.with());
            directory.write(RunDirectory.RESULT_FILE, results);
            System.out.println(defect + (proof.holds() ? " is found" : " IS NOT PROVEN"));
            holds &= proof.holds();
        }
        return holds;
    }

    private FleetCampaign campaign() {
        return new FleetCampaign(
                ServerFiles.read(Databases.FILES, Databases.FILES.resolveSibling("cache")),
                load.server(),
                worker,
                new FleetSize(
                        redisCluster,
                        prove ? 1 : perRound,
                        SECONDS_BEFORE,
                        load.rate(),
                        load.clients(),
                        load.newPlayers(),
                        load.seed()));
    }

    private static void print(FleetResult result) {
        CrashResult rounds = result.rounds();
        System.out.printf(
                "%d blows, %d operations answered, %d repeats: %d violations; stood still %d"
                        + " times%n",
                result.blows().size(),
                rounds.sum(CrashResult.Round::operations),
                rounds.sum(CrashResult.Round::repeats) + rounds.finalRepeats(),
                rounds.violations(),
                result.broken() - rounds.violations());
        rounds.finalViolations().stream()
                .limit(10)
                .forEach(each -> System.out.println("  " + each));
    }
}
