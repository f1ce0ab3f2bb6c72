package com.luckyfunatic.benchmarks.page;

import static com.luckyfunatic.benchmarks.page.Table.count;

import com.luckyfunatic.benchmarks.crash.CrashResult;
import com.luckyfunatic.benchmarks.crash.FleetBlow;
import com.luckyfunatic.benchmarks.crash.FleetResult;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the page says of a fleet of which every part was struck. */
final class Fleets {
    private Fleets() {}

    /** What was wrong. */
    static String figure(Results.Recorded run) {
        FleetResult result = run.read(RunDirectory.RESULT_FILE, FleetResult.class);
        return "%d in %d blows of each of %d kinds"
                .formatted(result.rounds().violations(), result.ofEach(), result.blows().size());
    }

    static String section(Results.Recorded run) {
        FleetResult result = run.read(RunDirectory.RESULT_FILE, FleetResult.class);
        CrashResult rounds = result.rounds();
        Table table =
                new Table(
                        "blows of each kind",
                        "operations",
                        "looks",
                        "per s",
                        "unknown outcomes",
                        "repeats compared",
                        "replies hurt",
                        "audited after s",
                        "**broken promises**");
        table.row(
                count(result.ofEach()),
                count(rounds.sum(CrashResult.Round::operations)),
                count(rounds.sum(CrashResult.Round::reads)),
                Table.figure(rounds.mean(CrashResult.Round::perSecond)),
                count(
                        rounds.sum(CrashResult.Round::unknownApplied)
                                + rounds.sum(CrashResult.Round::unknownNotApplied)),
                count(rounds.sum(CrashResult.Round::repeats) + rounds.finalRepeats()),
                count(result.networkFaults()),
                Table.figure(rounds.greatest(CrashResult.Round::secondsUntilAudited)),
                "**" + rounds.violations() + "**");
        return "%s\nStruck: %s, %s of each in a round, of which there were %s.\n"
                .formatted(
                        table,
                        result.blows().stream()
                                .map(FleetBlow::name)
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")),
                        result.perRound(),
                        count(rounds.rounds().size()));
    }
}
