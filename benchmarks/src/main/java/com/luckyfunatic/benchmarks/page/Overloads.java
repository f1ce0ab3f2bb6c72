package com.luckyfunatic.benchmarks.page;

import static com.luckyfunatic.benchmarks.page.Table.count;
import static com.luckyfunatic.benchmarks.page.Table.figure;

import com.luckyfunatic.benchmarks.http.OverloadResult;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import org.jspecify.annotations.Nullable;

/** What the page says of a server that got many times its usual load. */
final class Overloads {
    private Overloads() {}

    /** How accepted ones fared, how refused ones, and when it was over. */
    static String summary(Results.Recorded run) {
        OverloadResult result = read(run);
        if (!result.hasKeptUp()) {
            return "not measurable here: the generator was %s s behind"
                    .formatted(figure(result.surge().late().p99() / 1e3));
        }
        return "× %s; %s; %s"
                .formatted(
                        figure(result.p99Ratio()),
                        result.surge().refused() == 0
                                ? "none refused"
                                : figure(result.surge().refusal().p99()) + " ms",
                        calmAgain(result));
    }

    static String section(Results.Recorded run) {
        OverloadResult result = read(run);
        Table table =
                new Table(
                        "taps",
                        "for s",
                        "meant /s",
                        "accepted /s",
                        "p50 ms",
                        "p99 ms",
                        "max ms",
                        "from sending, p99 ms",
                        "refused",
                        "p99 ms",
                        "failed",
                        "never sent",
                        "generator late, p99 ms");
        row(table, "calm", result.calm());
        row(table, "surge", result.surge());
        row(table, "after", result.after());
        return table
                + "\nIn a closed loop of 64 connections before: %s/s. %s connections; places: %s. After the surge calm again: %s.\n"
                        .formatted(
                                figure(result.closedPerSecond()),
                                count(result.connections()),
                                result.inFlightMax() == null
                                        ? "the server's default"
                                        : count(result.inFlightMax()),
                                calmAgain(result));
    }

    private static void row(Table table, String name, OverloadResult.Part part) {
        table.row(
                name,
                part.seconds(),
                figure((double) (part.requests() + part.unsent()) / part.seconds()),
                figure(part.acceptedPerSecond()),
                figure(part.accepted().p50()),
                figure(part.accepted().p99()),
                figure(part.accepted().max()),
                figure(part.service().p99()),
                count(part.refused()),
                figure(part.refusal().p99()),
                count(part.failed()),
                count(part.unsent()),
                figure(part.late().p99()));
    }

    private static String calmAgain(OverloadResult result) {
        @Nullable Integer seconds = result.secondsUntilCalm();
        return seconds == null ? "not at all" : "after " + seconds + " s";
    }

    static OverloadResult read(Results.Recorded run) {
        return run.read(RunDirectory.RESULT_FILE, OverloadResult.class);
    }
}
