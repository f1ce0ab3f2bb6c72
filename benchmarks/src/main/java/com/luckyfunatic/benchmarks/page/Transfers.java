package com.luckyfunatic.benchmarks.page;

import static com.luckyfunatic.benchmarks.page.Table.count;
import static com.luckyfunatic.benchmarks.page.Table.figure;

import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.transfer.TransferResult;
import java.util.Map;
import java.util.stream.Collectors;

/** What the page says of transfers by a server that was killed. */
final class Transfers {
    private Transfers() {}

    static String summary(Results.Recorded run) {
        TransferResult result = read(run);
        return "%d in %s transfers after %d kills"
                .formatted(result.brokenPromises(), count(result.transfers()), result.killed());
    }

    static String section(Results.Recorded run) {
        TransferResult result = read(run);
        Table table =
                new Table("%d kills, seed %d".formatted(result.killed(), result.seed()), "")
                        .row("asked for", count(result.asked()))
                        .row("of these, not asked for again without an answer", result.abandoned())
                        .row("requests to the platform", count(result.requests()))
                        .row("of these, while the network was bad", count(result.whileBad()))
                        .row("replies lost", result.repliesLost())
                        .row("transfers", count(result.transfers()))
                        .row("confirmed", count(result.confirmed()))
                        .row("given back", count(result.givenBack()))
                        .row("seconds until nothing was under way", figure(result.settleSeconds()));
        result.broken().forEach((kind, times) -> table.row("**" + kind + "**", bold(times)));
        return table
                + "\nKilled when: %s. Faults of the network: %s.\n"
                        .formatted(listed(result.kills()), listed(result.faults()));
    }

    private static TransferResult read(Results.Recorded run) {
        return run.read(RunDirectory.RESULT_FILE, TransferResult.class);
    }

    private static String bold(int number) {
        return "**" + number + "**";
    }

    private static String listed(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }
}
