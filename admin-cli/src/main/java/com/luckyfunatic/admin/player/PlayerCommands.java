package com.luckyfunatic.admin.player;

import com.luckyfunatic.admin.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands on one player. */
@Command(
        name = "player",
        description =
                "Look at a player's account and past; ban or erase a player, end their logins.",
        subcommands = {
            ShowPlayer.class,
            ShowHistory.class,
            BanPlayer.class,
            UnbanPlayer.class,
            EndPlayerLogins.class,
            ErasePlayerData.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class PlayerCommands implements Runnable {
    @SuppressWarnings("NullAway.Init") // picocli sets it
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
