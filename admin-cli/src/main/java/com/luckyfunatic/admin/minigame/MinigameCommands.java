package com.luckyfunatic.admin.minigame;

import com.luckyfunatic.admin.CommandGroup;
import com.luckyfunatic.admin.Version;
import picocli.CommandLine.Command;

/** Groups the commands on minigames' runs. */
@Command(
        name = "minigame",
        description = "List runs whose score is not plausible; let them count, or not.",
        subcommands = {ListFlaggedRuns.class, ReviewRun.class},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class MinigameCommands extends CommandGroup {}
