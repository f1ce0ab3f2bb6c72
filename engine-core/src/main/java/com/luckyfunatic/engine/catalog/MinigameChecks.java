package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.balloon.BalloonRuns;
import com.luckyfunatic.engine.minigame.MinigameDefinition;
import java.util.List;

/** Checks minigames: texts, addresses, and limits that leave something to play for. Pure. */
final class MinigameChecks {
    private static final String LIST = "minigames";

    private MinigameChecks() {}

    static void check(Content content, Report report) {
        List<MinigameDefinition> games = content.definition().minigames();
        report.unique(LIST, "id", games, MinigameDefinition::id);
        for (int i = 0; i < games.size(); i++) {
            MinigameDefinition game = games.get(i);
            String row = Report.row(LIST, i, game.id());
            if (game.id().value().length() > MinigameDefinition.ID_LENGTH_MAX) {
                report.add(
                        row + ".id",
                        "must have at most "
                                + MinigameDefinition.ID_LENGTH_MAX
                                + " characters, because its board is named after it");
            }
            if (game.id().equals(BalloonRuns.MINIGAME)) {
                report.add(row + ".id", "is the name of the game of balloons");
            }
            report.line(row + ".name", game.name(), Limits.NAME_MAX);
            report.lines(row + ".description", game.description(), Limits.DESCRIPTION_MAX);
            NoticeChecks.address(row + ".url", game.url(), Limits.URL_MAX, report);
            NoticeChecks.address(row + ".image", game.image(), Limits.IMAGE_MAX, report);
            limits(row, game, report);
        }
    }

    private static void limits(String row, MinigameDefinition game, Report report) {
        boolean lasts = report.lasting(row + ".maxDuration", game.maxDuration());
        if (lasts && game.maxDuration().compareTo(Limits.RUN_MAX) > 0) {
            report.add(
                    row + ".maxDuration",
                    "must be at most " + Limits.RUN_MAX + ", was " + game.maxDuration());
        }
        if (report.pause(row + ".minDuration", game.minDuration())
                && lasts
                && game.minDuration().compareTo(game.maxDuration()) >= 0) {
            report.add(
                    row + ".minDuration",
                    "must be shorter than maxDuration, "
                            + game.maxDuration()
                            + ", was "
                            + game.minDuration());
        }
        report.range(row + ".maxScore", game.maxScore(), 1, Limits.AMOUNT_MAX);
        report.range(
                row + ".maxScorePerSecond",
                game.maxScorePerSecond(),
                1,
                Limits.SCORE_PER_SECOND_MAX);
    }
}
