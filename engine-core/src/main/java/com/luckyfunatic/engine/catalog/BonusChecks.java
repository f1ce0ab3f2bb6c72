package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.bonus.BonusDefinition;
import com.luckyfunatic.engine.bonus.StreakDay;
import com.luckyfunatic.engine.bonus.WheelSegment;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.reward.Reward;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the daily bonus: a streak that pays, and a wheel whose every segment can be won. Pure. */
final class BonusChecks {
    private static final String WHEEL = "dailyBonus.wheel";
    private static final String STREAK = "dailyBonus.streak";

    private BonusChecks() {}

    static void check(Content content, Report report) {
        BonusDefinition bonus = content.definition().dailyBonus();
        if (bonus.equals(BonusDefinition.NONE)) {
            return;
        }
        ItemId spinItem = bonus.spinItem();
        if (spinItem != null && !content.items().containsKey(spinItem)) {
            report.add("dailyBonus.spinItem", "there is no item '" + spinItem + "'");
        }
        wheel(bonus, content, report);
        streak(bonus.streak(), report);
    }

    private static void wheel(BonusDefinition bonus, Content content, Report report) {
        List<WheelSegment> wheel = bonus.wheel();
        if (wheel.isEmpty()) {
            report.add(WHEEL, "must have at least one segment");
        }
        report.unique(WHEEL, "id", wheel, WheelSegment::id);
        long rolls = 0;
        long won = 0;
        boolean good = true;
        for (int i = 0; i < wheel.size(); i++) {
            WheelSegment segment = wheel.get(i);
            String row = Report.row(WHEEL, i, segment.id());
            report.line(row + ".name", segment.name(), Limits.NAME_MAX);
            good &= report.range(row + ".weight", segment.weight(), 1, Limits.ROLLS_MAX);
            good &= prize(row + ".prize", segment.prize(), content, report);
            rolls += segment.weight();
            won += spinsWon(segment, bonus);
        }
        if (!good) {
            return;
        }
        if (rolls > Limits.ROLLS_MAX) {
            report.add(
                    WHEEL,
                    "the weights must make at most "
                            + Limits.ROLLS_MAX
                            + " together, make "
                            + rolls);
        }
        if (won >= rolls && won > 0) {
            report.add(
                    WHEEL,
                    "pays "
                            + won
                            + " of the spinItem in "
                            + rolls
                            + " spins, so that spinning would never end");
        }
    }

    private static long spinsWon(WheelSegment segment, BonusDefinition bonus) {
        return segment.prize().items().stream()
                .filter(each -> each.item().equals(bonus.spinItem()))
                .mapToLong(each -> (long) each.count() * segment.weight())
                .sum();
    }

    private static boolean prize(String row, Reward prize, Content content, Report report) {
        boolean good = report.range(row + ".funz", prize.funz(), 0, Limits.AMOUNT_MAX);
        good &= report.range(row + ".jokers", prize.jokers(), 0, Limits.AMOUNT_MAX);
        if (prize.isNothing()) {
            report.add(row, "must pay something: funz, jokers or items");
        }
        List<ItemStack> items = prize.items();
        if (items.size() > Limits.PRIZE_ITEMS_MAX) {
            report.add(
                    row + ".items",
                    "must have at most " + Limits.PRIZE_ITEMS_MAX + " rows, has " + items.size());
        }
        Set<ItemId> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String each = Report.row(row + ".items", i);
            if (seen.add(items.get(i).item())) {
                good &= stack(each, items.get(i), content, report);
            } else {
                report.add(
                        each + ".item",
                        "names '" + items.get(i).item() + "' twice; add the counts up");
                good = false;
            }
        }
        return good;
    }

    private static boolean stack(String row, ItemStack stack, Content content, Report report) {
        ItemDefinition item = content.items().get(stack.item());
        if (item == null) {
            report.add(row + ".item", "there is no item '" + stack.item() + "'");
            return false;
        }
        int max = Math.max(1, item.max());
        if (stack.count() >= 1 && stack.count() <= max) {
            return true;
        }
        report.add(
                row + ".count",
                "must be 1 to "
                        + max
                        + ", the most a player holds of "
                        + item.id()
                        + ", was "
                        + stack.count());
        return false;
    }

    private static void streak(List<StreakDay> streak, Report report) {
        if (streak.isEmpty()) {
            report.add(STREAK, "must have at least one row, for the first day");
        }
        for (int i = 0; i < streak.size(); i++) {
            String funz = Report.row(STREAK, i) + ".funz";
            report.range(funz, streak.get(i).funz(), 1, Limits.AMOUNT_MAX);
        }
    }
}
