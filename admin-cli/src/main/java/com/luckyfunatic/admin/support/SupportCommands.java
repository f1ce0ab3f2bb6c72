package com.luckyfunatic.admin.support;

import com.luckyfunatic.admin.CommandGroup;
import com.luckyfunatic.admin.Version;
import java.util.List;
import picocli.CommandLine.Command;

/** Groups the commands that a server carries out. */
@Command(
        name = "support",
        description =
                "Look players up, plan changes, approve and carry them out, and publish content, by"
                        + " way of a server and under an operator's own name. Needs no access to"
                        + " the storage.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class SupportCommands extends CommandGroup {
    @Override
    protected List<Class<?>> commands() {
        return List.of(
                FindPlayers.class,
                ShowSupportedPlayer.class,
                ShowOperation.class,
                ListTransfers.class,
                ListFollowUps.class,
                ListStockHolds.class,
                ListServerQuarantine.class,
                ListActions.class,
                MakePlan.class,
                ShowPlan.class,
                ApprovePlan.class,
                ExecutePlan.class,
                ListServerReleases.class,
                ShowServerRelease.class);
    }
}
