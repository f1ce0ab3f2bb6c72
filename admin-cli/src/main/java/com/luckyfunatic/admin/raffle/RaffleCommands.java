package com.luckyfunatic.admin.raffle;

import com.luckyfunatic.admin.CommandGroup;
import com.luckyfunatic.admin.Version;
import java.util.List;
import picocli.CommandLine.Command;

/** Groups the commands on raffles. */
@Command(
        name = "raffle",
        description = "Look at raffles, and cancel them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class RaffleCommands extends CommandGroup {
    @Override
    protected List<Class<?>> commands() {
        return List.of(ListRaffles.class, CancelRaffle.class);
    }
}
