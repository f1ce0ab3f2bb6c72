package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.timetrial.Medal;
import com.luckyfunatic.engine.timetrial.TimeTrialDefinition;
import com.luckyfunatic.engine.timetrial.TimeTrialTarget;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks time trials: a game that there is, and targets that get faster and can be met. Pure. */
final class TimeTrialChecks {
    private static final String LIST = "timeTrials";

    /** All targets of a level are met at once by whoever is fast enough at the first try. */
    private static final int AT_ONCE = Medal.values().length;

    private TimeTrialChecks() {}

    static void check(Content content, Report report) {
        List<TimeTrialDefinition> trials = content.definition().timeTrials();
        report.unique(LIST, "id", trials, TimeTrialDefinition::id);
        for (int i = 0; i < trials.size(); i++) {
            TimeTrialDefinition trial = trials.get(i);
            String row = Report.row(LIST, i, trial.id());
            if (trial.id().value().length() > TimeTrialDefinition.ID_LENGTH_MAX) {
                report.add(
                        row + ".id",
                        "must have at most "
                                + TimeTrialDefinition.ID_LENGTH_MAX
                                + " characters, because its board is named after it");
            }
            report.line(row + ".name", trial.name(), Limits.NAME_MAX);
            report.lines(row + ".description", trial.description(), Limits.DESCRIPTION_MAX);
            if (!content.isPlayedByItsOwnPage(trial.minigame())) {
                report.add(row + ".minigame", "there is no minigame '" + trial.minigame() + "'");
            }
            times(row, trial, report);
            targets(row, trial, content, report);
        }
    }

    private static void times(String row, TimeTrialDefinition trial, Report report) {
        boolean lasts = report.lasting(row + ".maxTime", trial.maxTime());
        if (lasts && trial.maxTime().compareTo(Limits.RUN_MAX) > 0) {
            report.add(
                    row + ".maxTime",
                    "must be at most " + Limits.RUN_MAX + ", was " + trial.maxTime());
        }
        if (report.pause(row + ".minTime", trial.minTime())
                && lasts
                && trial.minTime().compareTo(trial.maxTime()) >= 0) {
            report.add(
                    row + ".minTime",
                    "must be shorter than maxTime, "
                            + trial.maxTime()
                            + ", was "
                            + trial.minTime());
        }
    }

    private static void targets(
            String row, TimeTrialDefinition trial, Content content, Report report) {
        if (trial.targets().isEmpty()) {
            report.add(row + ".targets", "must have at least one row");
        }
        Set<Medal> seen = EnumSet.noneOf(Medal.class);
        TimeTrialTarget before = null;
        for (int i = 0; i < trial.targets().size(); i++) {
            TimeTrialTarget target = trial.targets().get(i);
            String place = Report.row(row + ".targets", i);
            if (!seen.add(target.medal())) {
                report.add(
                        place + ".medal",
                        "is already that of another: "
                                + target.medal().name().toLowerCase(Locale.ROOT));
            }
            if (target.time().compareTo(trial.minTime()) < 0
                    || target.time().compareTo(trial.maxTime()) > 0) {
                report.add(
                        place + ".time",
                        "must be minTime to maxTime, "
                                + trial.minTime()
                                + " to "
                                + trial.maxTime()
                                + ", was "
                                + target.time());
            }
            if (before != null
                    && (target.time().compareTo(before.time()) >= 0
                            || target.medal().compareTo(before.medal()) < 0)) {
                report.add(place, "must be faster and worth more than the one before");
            }
            if (RewardChecks.check(place + ".reward", target.reward(), content, report)) {
                RewardChecks.times(place + ".reward", target.reward(), AT_ONCE, report);
            }
            before = target;
        }
    }
}
