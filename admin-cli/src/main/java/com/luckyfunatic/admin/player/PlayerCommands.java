package com.luckyfunatic.admin.player;

import com.luckyfunatic.admin.CommandGroup;
import com.luckyfunatic.admin.Version;
import java.util.List;
import picocli.CommandLine.Command;

/** Groups the commands on one player. */
@Command(
        name = "player",
        description =
                "Look at a player's account and past; ban or erase a player, end their logins.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class PlayerCommands extends CommandGroup {
    @Override
    protected List<Class<?>> commands() {
        return List.of(
                ShowPlayer.class,
                ShowHistory.class,
                BanPlayer.class,
                UnbanPlayer.class,
                EndPlayerLogins.class,
                ErasePlayerData.class);
    }
}
