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
import java.util.stream.Stream;
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
    /** In which a defect must be found; it needs one as a rule. */
    private static final int PROOF_ROUNDS_MAX = 10;

    /** So many that some of them are idle at any time, and evicted. */
    private static final int PROOF_PLAYERS = 300;

    private static final Duration QUICK_OUTAGE = Duration.ofSeconds(5);
    private static final int QUICK_LONG_PLAYERS = 300;

    @Mixin private RunOptions options = new RunOptions();
    @Mixin private CampaignOptions load = new CampaignOptions();

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

    @Option(
            names = "--defect",
            paramLabel = "NAME",
            split = ",",
            description = "With --prove, which: ${COMPLETION-CANDIDATES}. Default: all")
    private Set<Defect> defects = EnumSet.allOf(Defect.class);

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
        List<CrashResult> results = new ArrayList<>();
        boolean holds = true;
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            CrashRounds.Progress progress =
                    (what, rounds) ->
                            write(
                                    directory,
                                    results,
                                    List.of(CrashResult.unfinished(what, load.clients(), rounds)));
            for (Task task : tasks(campaign(progress))) {
                try {
                    holds &= task.run(scratch.resolve(task.label().replace(' ', '-')), results);
                } catch (IOException | RuntimeException e) {
                    // The logs say why. The others are run nevertheless; this one counts as wrong.
                    scratch.keep();
                    e.printStackTrace(System.out);
                    results.add(
                            CrashResult.ended(
                                    task.label(),
                                    load.clients(),
                                    e instanceof RoundsEndedException ended
                                            ? ended.rounds()
                                            : List.of(),
                                    e));
                    holds = false;
                }
                write(directory, results, List.of());
            }
            if (!holds) {
                scratch.keep();
            }
        }
        System.out.println("raw results: " + directory);
        return holds ? 0 : 1;
    }

    /** Writes what there is after every round, so that an end by force costs one round only. */
    private static void write(
            RunDirectory directory, List<CrashResult> ended, List<CrashResult> unfinished)
            throws IOException {
        directory.write(
                RunDirectory.RESULT_FILE,
                new CampaignResult(
                        Campaign.SHORT_LIFE,
                        Stream.concat(ended.stream(), unfinished.stream()).toList()));
    }

    private Campaign campaign(CrashRounds.Progress progress) {
        ServerFiles files =
                ServerFiles.read(Databases.FILES, Databases.FILES.resolveSibling("cache"));
        return new Campaign(files, load.server(), size(), progress);
    }

    /** A part of the campaign. */
    private interface Task {
        String label();

        /** Runs it, adds what came of it, and returns whether that is as it should be. */
        boolean run(Path scratch, List<CrashResult> results)
                throws IOException, InterruptedException;
    }

    private List<? extends Task> tasks(Campaign campaign) {
        Set<Scenario> chosen = chosen();
        List<? extends Task> tasks =
                prove
                        ? defects.stream()
                                .filter(each -> chosen.contains(each.shownBy()))
                                .map(each -> new Proving(campaign, each))
                                .toList()
                        : chosen.stream().map(each -> new Striking(campaign, each)).toList();
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("none of " + defects + " is shown by " + scenarios);
        }
        return tasks;
    }

    /** A scenario in which nothing may be found. */
    private record Striking(Campaign campaign, Scenario scenario) implements Task {
        @Override
        public String label() {
            return scenario.label();
        }

        @Override
        public boolean run(Path scratch, List<CrashResult> results)
                throws IOException, InterruptedException {
            System.out.println("== " + label());
            CrashResult result = campaign.run(scenario, scratch);
            results.add(result);
            print(result);
            if (scenario.isLong()) {
                result.rounds().forEach(CampaignCommand::printLatencies);
            }
            return result.violations() == 0;
        }
    }

    /** A defect that must be found. */
    private record Proving(Campaign campaign, Defect defect) implements Task {
        @Override
        public String label() {
            return defect.shownBy().label() + " with " + defect;
        }

        @Override
        public boolean run(Path scratch, List<CrashResult> results)
                throws IOException, InterruptedException {
            System.out.println("== " + label());
            Campaign.Proof proof = campaign.prove(defect, scratch);
            results.addAll(proof.results());
            proof.results().forEach(CampaignCommand::print);
            System.out.println(defect + (proof.holds() ? " is found" : " IS NOT PROVEN"));
            return proof.holds();
        }
    }

    private Campaign.Size size() {
        return new Campaign.Size(
                prove ? PROOF_ROUNDS_MAX : options.choose(rounds, 2),
                seconds,
                secondsAfter,
                load.rate(),
                load.clients(),
                prove ? Math.max(PROOF_PLAYERS, load.newPlayers()) : load.newPlayers(),
                options.quick() ? QUICK_OUTAGE : outage,
                options.quick() ? seconds : longSeconds,
                options.choose(longPlayers, QUICK_LONG_PLAYERS),
                load.seed());
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

    private static void print(CrashResult result) {
        System.out.printf(
                "%s: %d blows, %d operations answered, %d unknown outcomes resolved, %d repeats,"
                        + " %d soft lost: %d violations%n",
                result.what(),
                result.rounds().size(),
                result.sum(CrashResult.Round::operations),
                result.sum(CrashResult.Round::unknownApplied)
                        + result.sum(CrashResult.Round::unknownNotApplied),
                result.sum(CrashResult.Round::repeats) + result.finalRepeats(),
                result.sum(CrashResult.Round::softLost),
                result.violations());
        result.finalViolations().stream()
                .limit(10)
                .forEach(each -> System.out.println("  " + each));
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
