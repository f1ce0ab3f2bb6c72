package com.luckyfunatic.admin.tournament;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.TextTable;
import com.luckyfunatic.engine.prize.ExpectedPrize;
import com.luckyfunatic.engine.prize.FinalStanding;
import com.luckyfunatic.engine.prize.PrizeForecast;
import com.luckyfunatic.engine.prize.PrizeForecasts;
import com.luckyfunatic.engine.storage.Page;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** A command that lists ranks of a tournament with their prizes. It reads only. */
abstract class PrizeList extends OneTournament {
    private static final int LIMIT_MAX = 1_000_000;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "The most ranks to list. Default: ${DEFAULT-VALUE}.")
    private int limit;

    /** Returns how many ranks are worth listing. */
    abstract long ranks(PrizeForecast forecast);

    @Override
    protected void check() {
        super.check();
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new ParameterException(
                    spec().commandLine(), "--limit is 1 to " + LIMIT_MAX + ".");
        }
    }

    @Override
    final int run(PrizeForecasts forecasts, PrizeForecast forecast) {
        List<ExpectedPrize> prizes = prizes(forecasts, forecast);
        tell(isJson() ? json(forecast, prizes) : table(forecast, prizes));
        return ExitCodes.OK;
    }

    private List<ExpectedPrize> prizes(PrizeForecasts forecasts, PrizeForecast forecast) {
        long wanted = Math.min(limit, ranks(forecast));
        List<ExpectedPrize> prizes = new ArrayList<>();
        FinalStanding after = null;
        boolean hasMore = true;
        while (hasMore && prizes.size() < wanted) {
            int next = (int) Math.min(Page.LIMIT_MAX, wanted - prizes.size());
            Page<ExpectedPrize> page = forecasts.page(forecast, after, next);
            prizes.addAll(page.items());
            hasMore = page.hasMore();
            after = prizes.isEmpty() ? null : prizes.getLast().standing();
        }
        return prizes;
    }

    private static String json(PrizeForecast forecast, List<ExpectedPrize> prizes) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("tournament", forecast.tournament().id().value());
        node.put("stage", TournamentView.word(forecast.tournament().stage()));
        PrizeView.putSums(forecast, node);
        ArrayNode ranks = node.putArray("ranks");
        prizes.forEach(each -> PrizeView.put(each, ranks.addObject()));
        return node.toString();
    }

    private String table(PrizeForecast forecast, List<ExpectedPrize> prizes) {
        TextTable table = PrizeView.table();
        prizes.forEach(each -> PrizeView.add(each, table));
        return table.fit(columns())
                + System.lineSeparator()
                + (forecast.isFinal() ? "final" : "running")
                + " standings: "
                + forecast.ranked()
                + " ranked; "
                + forecast.payouts().total()
                + " of a pool of "
                + forecast.payouts().pool()
                + " "
                + TournamentView.word(forecast.payouts().table().currency())
                + " to "
                + forecast.payouts().paid()
                + " winners";
    }
}
