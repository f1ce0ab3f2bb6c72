package com.luckyfunatic.worker;

import com.luckyfunatic.operations.UsageErrors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program {@code ./funatic worker}: background jobs on their own. */
@Command(
        name = "funatic worker",
        description = "Runs the game's background jobs.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ListJobs.class,
            RunOnce.class,
            RunJobs.class,
            ShowStatus.class,
            HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "2:the command line, the configuration or the catalog is wrong",
            "69:the storage cannot be used as asked",
        })
public final class Worker implements Runnable {
    /** The exit code when the storage cannot be used as asked. */
    static final int UNAVAILABLE = 69;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    private Worker() {}

    /** Returns the program, ready to execute. */
    static CommandLine commandLine() {
        return new CommandLine(new Worker()).setParameterExceptionHandler(new UsageErrors());
    }

    /** Runs the program and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "What shall it do?");
    }
}
