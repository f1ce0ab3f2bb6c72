package com.luckyfunatic.benchmarks.page;

import static com.luckyfunatic.benchmarks.page.Table.count;
import static com.luckyfunatic.benchmarks.page.Table.figure;

import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.takeover.TakeoverResult;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What the page says of workers that were killed and frozen. */
final class Takeovers {
    private Takeovers() {}

    /** How soon others went on, at most. */
    static String killed(Results.Recorded run) {
        TakeoverResult result = run.read(RunDirectory.RESULT_FILE, TakeoverResult.class);
        List<TakeoverResult.Round> rounds = result.rounds(TakeoverResult.Blow.KILLED);
        return "%d times, at most %s s"
                .formatted(
                        rounds.size(),
                        figure(
                                longest(
                                                rounds,
                                                each ->
                                                        Math.max(
                                                                each.engineMillis(),
                                                                each.drainMillis()))
                                        / 1e3));
    }

    /** What was wrong in the end. */
    static String frozen(Results.Recorded run) {
        TakeoverResult result = run.read(RunDirectory.RESULT_FILE, TakeoverResult.class);
        return "%d times for %d s: %d"
                .formatted(
                        result.rounds(TakeoverResult.Blow.FROZEN).size(),
                        result.frozenSeconds(),
                        result.end().broken());
    }

    static String section(Results.Recorded run) {
        TakeoverResult result = run.read(RunDirectory.RESULT_FILE, TakeoverResult.class);
        Table table =
                new Table(
                        "a worker is",
                        "times",
                        "follow-up by another, median s",
                        "longest s",
                        "all journals by another, median s",
                        "longest s");
        for (TakeoverResult.Blow blow : TakeoverResult.Blow.values()) {
            List<TakeoverResult.Round> rounds = result.rounds(blow);
            if (rounds.isEmpty()) {
                continue;
            }
            table.row(
                    blow.name().toLowerCase(Locale.ROOT),
                    count(rounds.size()),
                    figure(Medians.of(rounds, each -> each.engineMillis() / 1e3)),
                    figure(longest(rounds, TakeoverResult.Round::engineMillis) / 1e3),
                    figure(Medians.of(rounds, each -> each.drainMillis() / 1e3)),
                    figure(longest(rounds, TakeoverResult.Round::drainMillis) / 1e3));
        }
        TakeoverResult.End end = result.end();
        return table
                + prizes(result)
                + "\n%s follow-ups: %s lost, %s twice. %s changes: %s not in the audit, %s too many there; %s mismatches.\n"
                        .formatted(
                                count(end.followUps()),
                                count(end.lost()),
                                count(end.twice()),
                                count(end.changes()),
                                count(end.unaudited()),
                                count(end.overAudited()),
                                count(end.mismatches()));
    }

    private static String prizes(TakeoverResult result) {
        TakeoverResult.Prizes prizes = result.end().prizes();
        if (prizes == null) {
            return "";
        }
        IntSummaryStatistics before =
                result.rounds().stream()
                        .mapToInt(TakeoverResult.Round::paidBefore)
                        .summaryStatistics();
        return "\nTournaments of %s winners, of whom %s to %s were paid when the worker was struck; the rest were at most %s s later. %s prizes: %s times a winner had too little, %s times too much.\n"
                .formatted(
                        count(prizes.won() / result.rounds().size()),
                        count(before.getMin()),
                        count(before.getMax()),
                        figure(longest(result.rounds(), TakeoverResult.Round::prizeMillis) / 1e3),
                        count(prizes.won()),
                        count(prizes.unpaid()),
                        count(prizes.overpaid()));
    }

    private static long longest(
            List<TakeoverResult.Round> rounds, ToLongFunction<TakeoverResult.Round> millis) {
        return rounds.stream().mapToLong(millis).max().orElse(0);
    }
}
