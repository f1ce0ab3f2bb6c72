package com.luckyfunatic.admin.minigame;

import com.luckyfunatic.admin.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands on minigames' runs. */
@Command(
        name = "minigame",
        description = "List runs whose score is not plausible; let them count, or not.",
        subcommands = {ListFlaggedRuns.class, ReviewRun.class},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class MinigameCommands implements Runnable {
    @SuppressWarnings("NullAway.Init") // picocli sets it
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
