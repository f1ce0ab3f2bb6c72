package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.booster.PriceCurve;
import java.util.List;

/**
 * Checks boosters. A booster is permanent (it has levels), instant (its effect is over at once) or
 * timed; fields that its kind ignores must be left out, or a designer would believe in them. Pure.
 */
final class BoosterChecks {
    private BoosterChecks() {}

    static void check(Content content, Report report) {
        List<BoosterDefinition> boosters = content.definition().boosters();
        report.unique("boosters", "type", boosters, BoosterDefinition::type);
        for (int i = 0; i < boosters.size(); i++) {
            BoosterDefinition booster = boosters.get(i);
            String row = Report.row("boosters", i, booster.type());
            report.line(row + ".name", booster.name(), Limits.NAME_MAX);
            report.line(row + ".description", booster.description(), Limits.DESCRIPTION_MAX);
            report.range(row + ".maxLevel", booster.maxLevel(), 0, Limits.LEVEL_MAX);
            kind(row, booster, content, report);
            price(row + ".price", booster, report);
            RequirementChecks.check(row, booster.requirements(), content, report);
        }
    }

    private static void kind(
            String row, BoosterDefinition booster, Content content, Report report) {
        if (booster.isPermanent()) {
            permanent(row, booster, content, report);
            return;
        }
        report.pause(row + ".cooldown", booster.cooldown());
        if (booster.dailyLimit() != BoosterDefinition.UNLIMITED
                && (booster.dailyLimit() < 1 || booster.dailyLimit() > Limits.DAILY_LIMIT_MAX)) {
            report.add(
                    row + ".dailyLimit",
                    "must be 1 to "
                            + Limits.DAILY_LIMIT_MAX
                            + ", or -1 for no limit, was "
                            + booster.dailyLimit());
        }
        if (booster.effect().isInstant()) {
            instant(row, booster, report);
        } else {
            timed(row, booster, content, report);
        }
    }

    private static void permanent(
            String row, BoosterDefinition booster, Content content, Report report) {
        String why = "a booster with levels is bought for good";
        if (booster.effect().isInstant()) {
            report.add(row + ".maxLevel", "must be left out or 0, because the effect is instant");
        } else {
            EffectChecks.step(
                    row + ".magnitude",
                    booster.effect(),
                    booster.magnitude(),
                    Math.min(booster.maxLevel(), Limits.LEVEL_MAX),
                    content,
                    report);
        }
        report.unused(row + ".duration", booster.duration(), why);
        report.unused(row + ".cooldown", booster.cooldown(), why);
        if (booster.dailyLimit() != BoosterDefinition.UNLIMITED) {
            report.add(
                    row + ".dailyLimit",
                    "must be left out or -1, because " + why + ", was " + booster.dailyLimit());
        }
        notStackable(row, booster, report);
    }

    private static void instant(String row, BoosterDefinition booster, Report report) {
        String why = "the effect is instant";
        report.unused(row + ".magnitude", booster.magnitude(), why);
        report.unused(row + ".duration", booster.duration(), why);
        notStackable(row, booster, report);
    }

    private static void timed(
            String row, BoosterDefinition booster, Content content, Report report) {
        report.lasting(row + ".duration", booster.duration());
        if (booster.effect().isMultiplier()) {
            EffectChecks.factor(row + ".magnitude", booster.magnitude(), content, report);
        } else {
            report.range(row + ".magnitude", booster.magnitude(), 1, Limits.ADDED_MAX);
        }
        if (booster.stackable()
                && booster.price().kind() == PriceCurve.Kind.FREE
                && booster.dailyLimit() == BoosterDefinition.UNLIMITED) {
            report.add(
                    row + ".stackable",
                    "needs a price or a dailyLimit, or it could be extended without end");
        }
    }

    private static void notStackable(String row, BoosterDefinition booster, Report report) {
        if (booster.stackable()) {
            report.add(
                    row + ".stackable",
                    "must be left out or false: only a timed booster can be extended");
        }
    }

    private static void price(String row, BoosterDefinition booster, Report report) {
        PriceCurve price = booster.price();
        if (price.kind() == PriceCurve.Kind.FREE) {
            report.unused(row + ".base", price.base(), "it is free");
            return;
        }
        if (!report.range(row + ".base", price.base(), 1, Limits.AMOUNT_MAX)
                || price.kind() == PriceCurve.Kind.FIXED) {
            return;
        }
        int uses = booster.isPermanent() ? booster.maxLevel() : booster.dailyLimit();
        if (uses == BoosterDefinition.UNLIMITED) {
            report.add(
                    row + ".kind",
                    "a price that grows needs a dailyLimit or a maxLevel, or it has no end");
        } else {
            growth(row, price, uses, report);
        }
    }

    private static void growth(String row, PriceCurve price, int uses, Report report) {
        for (int n = 0; n < Math.min(uses, Limits.DAILY_LIMIT_MAX); n++) {
            if (!isAmount(price, n)) {
                report.add(
                        row + ".base",
                        "the price passes "
                                + Amounts.MAX
                                + " at use or level "
                                + (n + 1)
                                + " of "
                                + uses);
                return;
            }
        }
    }

    private static boolean isAmount(PriceCurve price, int n) {
        try {
            return price.price(n) <= Amounts.MAX;
        } catch (ArithmeticException e) {
            return false;
        }
    }
}
