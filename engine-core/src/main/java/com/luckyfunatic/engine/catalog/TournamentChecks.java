package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentProblem;
import com.luckyfunatic.engine.tournament.TournamentSeries;
import java.util.List;

/** Checks the series of tournaments. Pure. */
final class TournamentChecks {
    private static final String LIST = "tournaments";

    private TournamentChecks() {}

    static void check(Content content, Report report) {
        List<TournamentSeries> all = content.definition().tournaments();
        report.unique(LIST, "id", all, TournamentSeries::id);
        for (int i = 0; i < all.size(); i++) {
            TournamentSeries series = all.get(i);
            String row = Report.row(LIST, i, series.id());
            int idLength = series.id().value().length();
            if (idLength > TournamentSeries.ID_LENGTH_MAX) {
                report.add(
                        row + ".id",
                        "must have at most "
                                + TournamentSeries.ID_LENGTH_MAX
                                + " characters, has "
                                + idLength);
            }
            report.line(row + ".name", series.name(), Limits.NAME_MAX);
            needs(row, series.minigame(), series.requirements(), content, report);
            if (times(row, series, report)) {
                definition(row, series, report);
            }
        }
    }

    /** Returns what a tournament needs of the content and does not find there. */
    static List<TournamentProblem> missing(TournamentDefinition tournament, Content content) {
        Report report = new Report();
        needs("", tournament.minigame(), tournament.requirements(), content, report);
        return report.problems().stream()
                .map(each -> new TournamentProblem(each.row().substring(1), each.reason()))
                .toList();
    }

    private static void needs(
            String row,
            MinigameId minigame,
            List<Requirement> requirements,
            Content content,
            Report report) {
        if (!content.hasMinigame(minigame)) {
            report.add(row + ".minigame", "there is no minigame '" + minigame + "'");
        }
        RequirementChecks.check(row, requirements, content, report);
    }

    /** Checks when its tournaments are; tells whether that is good. */
    private static boolean times(String row, TournamentSeries series, Report report) {
        boolean good = report.lasting(row + ".every", series.every());
        good &= report.lasting(row + ".lasts", series.lasts());
        if (series.firstStart().isBefore(Limits.MOMENT_MIN)
                || series.firstStart().isAfter(Limits.FIRST_START_MAX)) {
            report.add(
                    row + ".firstStart",
                    "must be "
                            + Limits.MOMENT_MIN
                            + " to "
                            + Limits.FIRST_START_MAX
                            + ", was "
                            + series.firstStart());
            return false;
        }
        if (good && series.lasts().compareTo(series.every()) > 0) {
            report.add(
                    row + ".lasts",
                    "must be at most every, " + series.every() + ", was " + series.lasts());
            return false;
        }
        return good;
    }

    private static void definition(String row, TournamentSeries series, Report report) {
        for (TournamentProblem problem : TournamentProblem.of(series.occurrence(0))) {
            String field = problem.field();
            // These are checked here, or cannot be wrong of a series.
            if (!field.equals("id") && !field.equals("name") && !field.startsWith("requirements")) {
                report.add(row + "." + field, problem.reason());
            }
        }
    }
}
