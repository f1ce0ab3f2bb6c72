package com.luckyfunatic.admin.tournament;

import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.prize.PrizeForecast;
import picocli.CommandLine.Command;

/** Tells who would get what. */
@Command(
        name = "dry-run",
        description = {
            "Tell who would get what if the tournament ended now. Nothing is written.",
            "",
            "Once the final standings are written they are what is paid."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin tournament dry-run spring_cup --config server.yaml",
            "  funatic admin tournament dry-run spring_cup --limit 100000 --json"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was told",
            "1:there is no such tournament",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class DryRun extends PrizeList {
    @Override
    long ranks(PrizeForecast forecast) {
        return forecast.payouts().paid();
    }
}
