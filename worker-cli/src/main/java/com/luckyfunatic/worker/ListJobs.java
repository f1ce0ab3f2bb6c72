package com.luckyfunatic.worker;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the jobs. */
@Command(
        name = "list",
        description =
                "Lists the jobs: how long each pauses between rounds (always: as long as there is"
                        + " something to do), and what it does.",
        mixinStandardHelpOptions = true)
final class ListJobs implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    ListJobs() {}

    @Override
    public Integer call() {
        for (WorkerJob job : Jobs.all()) {
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%-21s %-8s %s%s%n",
                            job.name(),
                            job.pause().map(ListJobs::span).orElse("always"),
                            job.description(),
                            job.isForDistributedOnly() ? " (distributed storage)" : "");
        }
        return 0;
    }

    private static String span(Duration pause) {
        return pause.toSeconds() < 60 ? pause.toSeconds() + " s" : pause.toMinutes() + " min";
    }
}
