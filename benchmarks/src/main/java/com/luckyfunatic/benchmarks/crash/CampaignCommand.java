package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.devservers.ServerFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Runs scenarios on the distributed storage. Ends with 1 when any promise was broken, or when a
 * planted defect was not found, and keeps the records then.
 */
@Command(
        name = "campaign",
        mixinStandardHelpOptions = true,
        description =
                "Kills, wipes, freezes and disconnects what the game runs on, under load, and"
                        + " checks what it answered.")
public final class CampaignCommand implements Callable<Integer> {
    @Mixin private RunOptions options = new RunOptions();

    @Option(
            names = "--server",
            paramLabel = "DIR",
            defaultValue = "server-micronaut/target/lib",
            description = "The server's jars. Default: ${DEFAULT-VALUE}")
    private Path server = Path.of("");

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            split = ",",
            description = "Which: ${COMPLETION-CANDIDATES}. Default: all",
            completionCandidates = Labels.class)
    private List<String> scenarios = new ArrayList<>();

    @Option(
            names = "--prove",
            description = "Plants each defect instead, and fails for those that are not found.")
    private boolean prove;

    @Option(names = "--rounds", defaultValue = "50", description = "Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "Longest load before a blow. Default: ${DEFAULT-VALUE}")
    private double seconds;

    @Option(
            names = "--seconds-after",
            defaultValue = "2",
            description = "Load after a blow. Default: ${DEFAULT-VALUE}")
    private double secondsAfter;

    @Option(
            names = "--rate",
            defaultValue = "2000",
            description = "Operations a second; 0 for as many as go. Default: ${DEFAULT-VALUE}")
    private double rate;

    @Option(names = "--clients", defaultValue = "64", description = "Default: ${DEFAULT-VALUE}")
    private int clients;

    @Option(
            names = "--new-players",
            defaultValue = "100",
            description = "Players who join before each round. Default: ${DEFAULT-VALUE}")
    private int newPlayers;

    @Option(
            names = "--outage",
            defaultValue = "PT1M",
            description =
                    "How long MySQL is frozen; Cassandra is away for twice as long. Default:"
                            + " ${DEFAULT-VALUE}")
    private Duration outage = Duration.ZERO;

    @Option(
            names = "--long-seconds",
            defaultValue = "30",
            description =
                    "Load before and after the blow in scenarios that have only one. Default:"
                            + " ${DEFAULT-VALUE}")
    private double longSeconds;

    @Option(
            names = "--long-players",
            defaultValue = "10000",
            description = "Players in these. Default: ${DEFAULT-VALUE}")
    private int longPlayers;

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    /** The names of all scenarios. */
    static final class Labels extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Labels() {
            super(Arrays.stream(Scenario.values()).map(Scenario::label).toList());
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunDirectory directory = options.start(prove ? "campaign-proof" : "campaign");
        boolean holds = true;
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            Campaign campaign =
                    new Campaign(
                            ServerFiles.read(
                                    Databases.FILES, Databases.FILES.resolveSibling("cache")),
                            server,
                            size());
            List<CrashResult> results = new ArrayList<>();
            for (Attempt attempt : attempts()) {
                CrashResult result;
                try {
                    result = run(campaign, attempt, scratch);
                } catch (IOException | RuntimeException e) {
                    // The logs say why.
                    scratch.keep();
                    throw e;
                }
                results.add(result);
                holds &= attempt.isAsExpected(result);
                directory.write(
                        RunDirectory.RESULT_FILE, new CampaignResult(Campaign.SHORT_LIFE, results));
            }
            if (!holds && !prove) {
                scratch.keep();
            }
        }
        System.out.println("raw results: " + directory);
        return holds ? 0 : 1;
    }

    /** A scenario, with a defect that must be found or with none. */
    private record Attempt(Scenario scenario, @Nullable Defect defect) {
        boolean isAsExpected(CrashResult result) {
            return (result.violations() > 0) == (defect != null);
        }

        String label() {
            return defect == null ? scenario.label() : scenario.label() + " with " + defect;
        }
    }

    private List<Attempt> attempts() {
        Set<Scenario> chosen = chosen();
        return prove
                ? Arrays.stream(Defect.values())
                        .filter(each -> chosen.contains(each.shownBy()))
                        .map(each -> new Attempt(each.shownBy(), each))
                        .toList()
                : chosen.stream().map(each -> new Attempt(each, null)).toList();
    }

    private Campaign.Size size() {
        return new Campaign.Size(
                options.choose(rounds, 2),
                seconds,
                secondsAfter,
                rate,
                clients,
                newPlayers,
                outage,
                longSeconds,
                longPlayers,
                seed);
    }

    private Set<Scenario> chosen() {
        if (scenarios.isEmpty()) {
            return EnumSet.allOf(Scenario.class);
        }
        EnumSet<Scenario> chosen = EnumSet.noneOf(Scenario.class);
        for (String label : scenarios) {
            chosen.add(
                    Arrays.stream(Scenario.values())
                            .filter(each -> each.label().equals(label))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException("there is no scenario " + label)));
        }
        return chosen;
    }

    private static CrashResult run(Campaign campaign, Attempt attempt, ScratchDirectory scratch)
            throws IOException, InterruptedException {
        System.out.println("== " + attempt.label());
        CrashResult result =
                campaign.run(
                        attempt.scenario(),
                        attempt.defect(),
                        scratch.resolve(attempt.label().replace(' ', '-')));
        System.out.printf(
                "%s: %d blows, %d operations answered, %d unknown outcomes resolved, %d repeats,"
                        + " %d soft lost: %d violations%s%n",
                attempt.label(),
                result.rounds().size(),
                result.sum(CrashResult.Round::operations),
                result.sum(CrashResult.Round::unknownApplied)
                        + result.sum(CrashResult.Round::unknownNotApplied),
                result.sum(CrashResult.Round::repeats) + result.finalRepeats(),
                result.sum(CrashResult.Round::softLost),
                result.violations(),
                attempt.isAsExpected(result) ? "" : "  <-- NOT AS IT SHOULD BE");
        if (attempt.scenario().isLong()) {
            result.rounds().forEach(CampaignCommand::printLatencies);
        }
        return result;
    }

    private static void printLatencies(CrashResult.Round round) {
        round.latencies()
                .forEach((what, latency) ->
                        System.out.printf(
                                Locale.ROOT,
                                "  %-20s %8d, p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                                what,
                                latency.count(),
                                latency.p50(),
                                latency.p99(),
                                latency.max()));
    }
}
