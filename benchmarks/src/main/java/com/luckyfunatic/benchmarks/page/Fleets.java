package com.luckyfunatic.benchmarks.page;

import static com.luckyfunatic.benchmarks.page.Table.count;

import com.luckyfunatic.benchmarks.crash.CrashResult;
import com.luckyfunatic.benchmarks.crash.FleetBlow;
import com.luckyfunatic.benchmarks.crash.FleetResult;
import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the page says of a fleet of which every part was struck. */
final class Fleets {
    private Fleets() {}

    /** What was wrong. */
    static String figure(Results.Recorded run) {
        FleetResult result = run.read(RunDirectory.RESULT_FILE, FleetResult.class);
        return "%d in %d blows, %d or more of each of %d kinds"
                .formatted(
                        result.broken(),
                        result.blows().size(),
                        Arrays.stream(FleetBlow.values())
                                .mapToInt(kind -> result.of(kind).size())
                                .min()
                                .orElse(0),
                        FleetBlow.values().length);
    }

    static String section(Results.Recorded run) {
        FleetResult result = run.read(RunDirectory.RESULT_FILE, FleetResult.class);
        return operations(result) + "\n" + blows(result);
    }

    private static Table operations(FleetResult result) {
        CrashResult rounds = result.rounds();
        Table table =
                new Table(
                        "rounds",
                        "operations",
                        "looks",
                        "per s",
                        "asked for per s",
                        "unknown outcomes",
                        "repeats compared",
                        "audited after s",
                        "**broken promises**");
        table.row(
                count(rounds.rounds().size()),
                count(rounds.sum(CrashResult.Round::operations)),
                count(rounds.sum(CrashResult.Round::reads)),
                Table.figure(rounds.mean(CrashResult.Round::perSecond)),
                Table.figure(result.size().perSecond()),
                count(
                        rounds.sum(CrashResult.Round::unknownApplied)
                                + rounds.sum(CrashResult.Round::unknownNotApplied)),
                count(rounds.sum(CrashResult.Round::repeats) + rounds.finalRepeats()),
                Table.figure(rounds.greatest(CrashResult.Round::secondsUntilAudited)),
                "**" + result.broken() + "**");
        return table;
    }

    private static Table blows(FleetResult result) {
        Table table =
                new Table(
                        "struck",
                        "times",
                        "whole after, median s",
                        "longest s",
                        "taps answered meanwhile",
                        "hard changes");
        for (FleetBlow kind : FleetBlow.values()) {
            List<FleetResult.Struck> blows = result.of(kind);
            if (blows.isEmpty()) {
                continue;
            }
            table.row(
                    kind.name().toLowerCase(Locale.ROOT),
                    count(blows.size()),
                    Table.figure(Medians.of(blows, FleetResult.Struck::seconds)),
                    Table.figure(
                            blows.stream()
                                    .mapToDouble(FleetResult.Struck::seconds)
                                    .max()
                                    .orElse(0)),
                    count(blows.stream().mapToLong(FleetResult.Struck::softAnswered).sum()),
                    count(blows.stream().mapToLong(FleetResult.Struck::hardAnswered).sum()));
        }
        return table;
    }
}
