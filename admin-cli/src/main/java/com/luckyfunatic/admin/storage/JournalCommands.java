package com.luckyfunatic.admin.storage;

import com.luckyfunatic.admin.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands on the journals. */
@Command(
        name = "journal",
        description = "Look at the journals of the distributed storage.",
        subcommands = ListQuarantine.class,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class JournalCommands implements Runnable {
    @SuppressWarnings("NullAway.Init") // picocli sets it
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
