package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.balloon.BalloonDefinition;
import com.luckyfunatic.engine.balloon.BalloonKind;
import java.time.Duration;
import java.util.List;

/**
 * Checks the balloon game: one that ends, with balloons that can be popped and can be worth it, and
 * with scores that numbers can hold whatever is popped. Pure.
 */
final class BalloonChecks {
    private static final String GAME = "balloon";
    private static final String KINDS = "balloon.kinds";

    private BalloonChecks() {}

    static void check(Content content, Report report) {
        BalloonDefinition balloon = content.definition().balloon();
        if (balloon.equals(BalloonDefinition.NONE)) {
            return;
        }
        Duration longest = Limits.BALLOON_GAME_MAX;
        if (lasting(GAME + ".duration", balloon.duration(), longest, report)) {
            longest = balloon.duration();
        }
        spawnEvery(balloon.spawnEvery(), longest, report);
        int pops = Limits.BALLOON_POPS_MAX;
        report.range(GAME + ".popsPerSecond", balloon.popsPerSecond(), 1, pops);
        report.range(GAME + ".popBurst", balloon.popBurst(), 1, pops);
        report.range(GAME + ".funzPerPoint", balloon.funzPerPoint(), 0, Limits.FUNZ_PER_POINT_MAX);
        int games = Limits.DAILY_LIMIT_MAX;
        report.range(GAME + ".dailyRewardedGames", balloon.dailyRewardedGames(), 0, games);
        kinds(balloon.kinds(), longest, report);
    }

    private static void spawnEvery(Duration spawnEvery, Duration longest, Report report) {
        String row = GAME + ".spawnEvery";
        if (lasting(row, spawnEvery, longest, report)
                && spawnEvery.compareTo(Limits.BALLOON_SPAWN_MIN) < 0) {
            report.add(row, "must be at least " + Limits.BALLOON_SPAWN_MIN + ", was " + spawnEvery);
        }
    }

    private static void kinds(List<BalloonKind> kinds, Duration longest, Report report) {
        if (kinds.isEmpty()) {
            report.add(KINDS, "must have at least one row");
            return;
        }
        report.unique(KINDS, "id", kinds, BalloonKind::id);
        long weights = 0;
        for (int i = 0; i < kinds.size(); i++) {
            kind(Report.row(KINDS, i, kinds.get(i).id()), kinds.get(i), longest, report);
            weights += kinds.get(i).weight();
        }
        if (weights > Limits.ROLLS_MAX) {
            report.add(
                    KINDS,
                    "the weights must make at most "
                            + Limits.ROLLS_MAX
                            + " together, make "
                            + weights);
        }
        if (kinds.stream().noneMatch(each -> each.points() > 0)) {
            report.add(KINDS, "must have a kind that gives points");
        }
    }

    private static void kind(String row, BalloonKind kind, Duration longest, Report report) {
        report.line(row + ".name", kind.name(), Limits.NAME_MAX);
        report.range(row + ".weight", kind.weight(), 1, Limits.ROLLS_MAX);
        int points = Limits.BALLOON_POINTS_MAX;
        report.range(row + ".points", kind.points(), -points, points);
        if (kind.points() == 0) {
            report.add(row + ".points", "must give points, or take some below 0");
        }
        report.range(row + ".speed", kind.speed(), 1, Limits.BALLOON_SPEED_MAX);
        lasting(row + ".lifetime", kind.lifetime(), longest, report);
    }

    private static boolean lasting(String row, Duration value, Duration longest, Report report) {
        if (!report.lasting(row, value)) {
            return false;
        }
        if (value.compareTo(longest) > 0) {
            report.add(row, "must be at most " + longest + ", was " + value);
            return false;
        }
        return true;
    }
}
