package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.raffle.RaffleDefinition;
import com.luckyfunatic.engine.raffle.RaffleSeries;
import com.luckyfunatic.engine.raffle.RaffleTerms;
import java.util.List;

/** Checks the series of raffles. Pure. */
final class RaffleChecks {
    private static final String LIST = "raffles";

    private RaffleChecks() {}

    static void check(Content content, Report report) {
        List<RaffleSeries> all = content.definition().raffles();
        report.unique(LIST, "id", all, RaffleSeries::id);
        for (int i = 0; i < all.size(); i++) {
            RaffleSeries series = all.get(i);
            String row = Report.row(LIST, i, series.id());
            if (series.id().value().length() > RaffleSeries.ID_LENGTH_MAX) {
                report.add(
                        row + ".id",
                        "must have at most " + RaffleSeries.ID_LENGTH_MAX + " characters");
            }
            report.line(row + ".name", series.name(), Limits.NAME_MAX);
            report.line(row + ".description", series.description(), Limits.DESCRIPTION_MAX);
            if (report.lasting(row + ".schedule.every", series.schedule().every())
                    && report.lasting(row + ".schedule.lasts", series.schedule().lasts())
                    && !series.schedule().isValid()) {
                report.add(
                        row + ".schedule",
                        "must last at least a second, and end before the next one begins");
            }
            report.range(row + ".price", series.price(), 0, RaffleTerms.PRICE_MAX);
            int most = RaffleDefinition.TICKETS_MAX;
            boolean supplied = report.range(row + ".tickets", series.tickets(), 1, most);
            boolean limited =
                    report.range(row + ".limitPerPlayer", series.limitPerPlayer(), 1, most);
            if (supplied && limited && series.limitPerPlayer() > series.tickets()) {
                report.add(
                        row + ".limitPerPlayer",
                        "must be at most tickets, "
                                + series.tickets()
                                + ", was "
                                + series.limitPerPlayer());
            }
            prizes(row, series, content, report);
            RequirementChecks.check(row, series.requirements(), content, report);
        }
    }

    private static void prizes(String row, RaffleSeries series, Content content, Report report) {
        long winners = 0;
        for (int i = 0; i < series.prizes().size(); i++) {
            RaffleSeries.Prize prize = series.prizes().get(i);
            String at = row + ".prizes[" + i + "]";
            report.range(at + ".winners", prize.winners(), 1, RaffleDefinition.WINNERS_MAX);
            RewardChecks.check(at + ".reward", prize.reward(), content, report);
            winners += prize.winners();
        }
        report.range(row + ".prizes", winners, 1, RaffleDefinition.WINNERS_MAX);
    }
}
