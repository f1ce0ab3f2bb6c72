package com.luckyfunatic.admin.minigame;

import com.luckyfunatic.admin.CommandGroup;
import com.luckyfunatic.admin.Version;
import java.util.List;
import picocli.CommandLine.Command;

/** Groups the commands on minigames' runs. */
@Command(
        name = "minigame",
        description = "List runs whose score is not plausible; let them count, or not.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class MinigameCommands extends CommandGroup {
    @Override
    protected List<Class<?>> commands() {
        return List.of(ListFlaggedRuns.class, ReviewRun.class);
    }
}
