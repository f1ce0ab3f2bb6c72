package com.luckyfunatic.worker;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says who runs the jobs of the storage there is. */
@Command(
        name = "run",
        description =
                "Runs jobs until it is stopped. On embedded storage the server runs them, so this"
                        + " refuses.",
        mixinStandardHelpOptions = true)
final class RunJobs implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    RunJobs() {}

    @Override
    public Integer call() {
        spec.commandLine()
                .getErr()
                .println(
                        "Embedded storage belongs to one process, and its server runs the jobs:"
                                + " start ./funatic serve. To run a single job while no server"
                                + " is running: ./funatic worker once JOB.");
        return Worker.UNAVAILABLE;
    }
}
