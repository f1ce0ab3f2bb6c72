package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.reward.Reward;
import java.util.HashSet;
import java.util.Set;

/** Checks what something pays or takes. Pure. */
final class RewardChecks {
    private RewardChecks() {}

    /** Checks what something pays; tells whether it is good. */
    static boolean check(String row, Reward reward, Content content, Report report) {
        int before = report.problems().size();
        report.range(row + ".funz", reward.funz(), 0, Limits.AMOUNT_MAX);
        report.range(row + ".jokers", reward.jokers(), 0, Limits.AMOUNT_MAX);
        if (reward.funz() == 0 && reward.jokers() == 0 && reward.items().isEmpty()) {
            report.add(row, "must pay something");
        }
        if (reward.items().size() > Limits.REWARD_ITEMS_MAX) {
            report.add(
                    row + ".items",
                    "must have at most "
                            + Limits.REWARD_ITEMS_MAX
                            + " rows, has "
                            + reward.items().size());
        }
        Set<ItemId> seen = new HashSet<>();
        for (int i = 0; i < reward.items().size(); i++) {
            item(Report.row(row + ".items", i), reward.items().get(i), seen, content, report);
        }
        return report.problems().size() == before;
    }

    private static void item(
            String row, ItemStack stack, Set<ItemId> seen, Content content, Report report) {
        ItemDefinition item = content.items().get(stack.item());
        if (item == null) {
            report.add(row + ".item", "there is no item '" + stack.item() + "'");
        } else if (!seen.add(stack.item())) {
            report.add(row + ".item", "names '" + stack.item() + "' twice; add the counts up");
        } else {
            RequirementChecks.items(row, item, stack.count(), report);
        }
    }

    /** Checks that so many of a good reward are amounts, and numbers of items, still. */
    static void times(String row, Reward reward, int count, Report report) {
        times(row + ".funz", reward.funz(), count, Limits.AMOUNT_MAX, report);
        times(row + ".jokers", reward.jokers(), count, Limits.AMOUNT_MAX, report);
        for (int i = 0; i < reward.items().size(); i++) {
            int each = reward.items().get(i).count();
            times(Report.row(row + ".items", i) + ".count", each, count, Limits.ITEMS_MAX, report);
        }
    }

    /** Checks that so many times {@code value} are at most {@code max}. */
    static void times(String row, long value, int count, long max, Report report) {
        if (value > max / count) {
            report.add(row, count + " at once make more than " + max);
        }
    }
}
