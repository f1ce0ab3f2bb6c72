package com.luckyfunatic.admin.tournament;

import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.prize.PrizeForecast;
import picocli.CommandLine.Command;

/** Shows who stands where. */
@Command(
        name = "standings",
        description = {
            "Show who stands where, with prizes and what was paid: from the running board, and from"
                    + " the final standings once these are written.",
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example:", "  funatic admin tournament standings spring_cup --limit 20"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:they were shown",
            "1:there is no such tournament, or its board is gone",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class ShowStandings extends PrizeList {
    @Override
    long ranks(PrizeForecast forecast) {
        return forecast.ranked();
    }
}
