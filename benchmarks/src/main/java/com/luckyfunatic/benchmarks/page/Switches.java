package com.luckyfunatic.benchmarks.page;

import static com.luckyfunatic.benchmarks.page.Table.count;
import static com.luckyfunatic.benchmarks.page.Table.figure;

import com.luckyfunatic.benchmarks.content.SwitchResult;
import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import java.util.Map;
import java.util.stream.Collectors;

/** What the page says of content that was released under load. */
final class Switches {
    private Switches() {}

    static String summary(Results.Recorded run) {
        SwitchResult result = read(run);
        return "%d of %s, %s s; %d of %s changes wrong"
                .formatted(
                        result.load().failed(),
                        count(result.load().requests()),
                        figure(result.longestMillis() / 1e3),
                        result.brokenInAll(),
                        count(result.changes()));
    }

    static String section(Results.Recorded run) {
        SwitchResult result = read(run);
        SwitchResult.Load load = result.load();
        Table table =
                new Table(
                                "%d releases, %s, %d clients"
                                        .formatted(
                                                result.releases(),
                                                result.servers() == 1
                                                        ? "one server"
                                                        : result.servers() + " servers",
                                                result.clients()),
                                "")
                        .row("requests", count(load.requests()))
                        .row("of these, a second", figure(load.requests() / load.seconds()))
                        .row("levels of cards bought", count(load.bought()))
                        .row("refused, because the price had changed", count(load.priceChanged()))
                        .row("**failed**", "**" + count(load.failed()) + "**")
                        .row("answered within, p99 ms", figure(load.p99Millis()))
                        .row("the slowest, ms", figure(load.maxMillis()))
                        .row(
                                "until every server decided by a release, median s",
                                figure(
                                        Medians.of(
                                                result.slowestOfEach(),
                                                each -> each.doubleValue() / 1e3)))
                        .row("the longest, s", figure(result.longestMillis() / 1e3))
                        .row("recorded changes compared", count(result.changes()))
                        .row("**wrong among them**", "**" + count(result.brokenInAll()) + "**");
        return table + listed("Failed", load.failures()) + listed("Wrong", result.broken());
    }

    private static String listed(String what, Map<String, Long> counts) {
        return counts.isEmpty()
                ? ""
                : counts.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .sorted()
                        .collect(Collectors.joining(", ", "\n" + what + ": ", ".\n"));
    }

    static SwitchResult read(Results.Recorded run) {
        return run.read(RunDirectory.RESULT_FILE, SwitchResult.class);
    }
}
