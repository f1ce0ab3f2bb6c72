package com.luckyfunatic.worker;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the jobs. */
@Command(name = "list", description = "Lists the jobs.", mixinStandardHelpOptions = true)
final class ListJobs implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    ListJobs() {}

    @Override
    public Integer call() {
        for (Job job : Jobs.ALL) {
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%-20s %s%s%n",
                            job.name(),
                            job.description(),
                            job.isForDistributedOnly() ? " (distributed storage)" : "");
        }
        return 0;
    }
}
