package com.luckyfunatic.admin.tournament;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.TextBlock;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.prize.PrizeForecast;
import com.luckyfunatic.engine.prize.PrizeForecasts;
import picocli.CommandLine.Command;

/** Shows what is known of a tournament. */
@Command(
        name = "show",
        description = "Show what is known of a tournament: its stage, its entries, its pool.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example:", "  funatic admin tournament show spring_cup --json"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was shown",
            "1:there is no such tournament",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class ShowTournament extends OneTournament {
    @Override
    int run(PrizeForecasts forecasts, PrizeForecast forecast) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        TournamentView.put(forecast.tournament(), node);
        PrizeView.putSums(forecast, node);
        if (isJson()) {
            tell(node.toString());
            return ExitCodes.OK;
        }
        TextBlock block = new TextBlock();
        node.properties().forEach(each -> block.line(each.getKey(), each.getValue().asText()));
        tell(block.fit(columns()));
        return ExitCodes.OK;
    }
}
