package com.luckyfunatic.admin.tournament;

import com.luckyfunatic.admin.CommandGroup;
import com.luckyfunatic.admin.Version;
import java.util.List;
import picocli.CommandLine.Command;

/** Groups the commands on tournaments. */
@Command(
        name = "tournament",
        description =
                "Look at tournaments, their standings, and what they would pay; make, change,"
                        + " publish and cancel them, take players out.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class TournamentCommands extends CommandGroup {
    @Override
    protected List<Class<?>> commands() {
        return List.of(
                ListTournaments.class,
                ShowTournament.class,
                ShowStandings.class,
                DryRun.class,
                CreateTournament.class,
                ChangeTournament.class,
                PublishTournament.class,
                DisqualifyPlayer.class,
                CancelTournament.class);
    }
}
