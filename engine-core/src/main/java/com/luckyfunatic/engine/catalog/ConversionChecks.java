package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.conversion.ConversionDefinition;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.reward.Reward;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks conversions: rates that numbers can hold, and no way to gain by going there and back. */
final class ConversionChecks {
    private static final String LIST = "conversions";

    private ConversionChecks() {}

    static void check(Content content, Report report) {
        List<ConversionDefinition> conversions = content.definition().conversions();
        report.unique(LIST, "id", conversions, ConversionDefinition::id);
        for (int i = 0; i < conversions.size(); i++) {
            ConversionDefinition conversion = conversions.get(i);
            String row = Report.row(LIST, i, conversion.id());
            if (isGood(row, conversion, content, report)) {
                thereAndBack(row, conversion, conversions.subList(0, i), report);
            }
        }
    }

    private static boolean isGood(
            String row, ConversionDefinition conversion, Content content, Report report) {
        int before = report.problems().size();
        report.line(row + ".name", conversion.name(), Limits.NAME_MAX);
        int most = conversion.maxPerOperation();
        boolean countable = report.range(row + ".maxPerOperation", most, 1, Limits.CONVERSIONS_MAX);
        if (conversion.isLimited()) {
            report.range(row + ".dailyLimit", conversion.dailyLimit(), 1, Limits.CONVERSIONS_MAX);
        }
        if (RewardChecks.check(row + ".from", conversion.from(), content, report) && countable) {
            RewardChecks.times(row + ".from", conversion.from(), most, report);
        }
        if (RewardChecks.check(row + ".to", conversion.to(), content, report) && countable) {
            RewardChecks.times(row + ".to", conversion.to(), most, report);
        }
        Map<String, Long> from = amounts(conversion.from());
        for (String kind : amounts(conversion.to()).keySet()) {
            if (from.containsKey(kind)) {
                report.add(row + ".to", "must not give " + kind + ", which it takes");
            }
        }
        return report.problems().size() == before;
    }

    /** Two that turn one thing into one other and back must not leave more than there was. */
    private static void thereAndBack(
            String row,
            ConversionDefinition conversion,
            List<ConversionDefinition> others,
            Report report) {
        for (ConversionDefinition other : others) {
            if (gains(conversion, other)) {
                report.add(
                        row + ".to", "together with " + other.id() + " gives more than it takes");
            }
        }
    }

    private static boolean gains(ConversionDefinition one, ConversionDefinition back) {
        Map<String, Long> taken = amounts(one.from());
        Map<String, Long> given = amounts(one.to());
        Map<String, Long> takenBack = amounts(back.from());
        Map<String, Long> givenBack = amounts(back.to());
        if (taken.size() != 1
                || given.size() != 1
                || !taken.keySet().equals(givenBack.keySet())
                || !given.keySet().equals(takenBack.keySet())) {
            return false;
        }
        return product(given, givenBack).compareTo(product(taken, takenBack)) > 0;
    }

    private static BigInteger product(Map<String, Long> one, Map<String, Long> other) {
        return BigInteger.valueOf(one.values().iterator().next())
                .multiply(BigInteger.valueOf(other.values().iterator().next()));
    }

    /** Returns how much of what is in {@code reward}. */
    private static Map<String, Long> amounts(Reward reward) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        if (reward.funz() > 0) {
            amounts.put("funz", reward.funz());
        }
        if (reward.jokers() > 0) {
            amounts.put("jokers", reward.jokers());
        }
        for (ItemStack stack : reward.items()) {
            amounts.put("the item " + stack.item(), (long) stack.count());
        }
        return amounts;
    }
}
