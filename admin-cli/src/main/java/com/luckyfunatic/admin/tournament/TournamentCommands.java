package com.luckyfunatic.admin.tournament;

import com.luckyfunatic.admin.CommandGroup;
import com.luckyfunatic.admin.Version;
import picocli.CommandLine.Command;

/** Groups the commands on tournaments. */
@Command(
        name = "tournament",
        description =
                "Look at tournaments, their standings, and what they would pay; make, publish and"
                        + " cancel them, take players out.",
        subcommands = {
            ListTournaments.class,
            ShowTournament.class,
            ShowStandings.class,
            DryRun.class,
            CreateTournament.class,
            PublishTournament.class,
            DisqualifyPlayer.class,
            CancelTournament.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class TournamentCommands extends CommandGroup {}
