package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.connection.ExchangeDefinition;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.item.ItemUse;
import com.luckyfunatic.engine.story.StoryDefinition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks what players collect or choose: stories, items and exchanges. Pure. */
final class CollectionChecks {
    private CollectionChecks() {}

    static void check(Content content, Report report) {
        stories(content, report);
        items(content, report);
        exchanges(content.definition().exchanges(), report);
    }

    private static void exchanges(List<ExchangeDefinition> exchanges, Report report) {
        report.unique("exchanges", "id", exchanges, ExchangeDefinition::id);
        for (int i = 0; i < exchanges.size(); i++) {
            ExchangeDefinition exchange = exchanges.get(i);
            String row = Report.row("exchanges", i, exchange.id());
            report.line(row + ".name", exchange.name(), Limits.NAME_MAX);
        }
    }

    private static void stories(Content content, Report report) {
        List<StoryDefinition> stories = content.definition().stories();
        report.unique("stories", "id", stories, StoryDefinition::id);
        for (int i = 0; i < stories.size(); i++) {
            StoryDefinition story = stories.get(i);
            String row = Report.row("stories", i, story.id());
            report.line(row + ".name", story.name(), Limits.NAME_MAX);
            report.lines(row + ".chapter", story.chapter(), Limits.CHAPTER_MAX);
            report.range(row + ".rewardFunz", story.rewardFunz(), 0, Limits.AMOUNT_MAX);
            report.range(row + ".rewardJokers", story.rewardJokers(), 0, Limits.AMOUNT_MAX);
            set(row + ".cards", story.cards(), content, report);
        }
    }

    /** A card that is only announced may be in a set: its chapter then waits for it too. */
    private static void set(String row, List<CardId> cards, Content content, Report report) {
        if (cards.isEmpty()) {
            report.add(row, "must name at least one card");
        }
        Set<CardId> seen = new HashSet<>();
        for (int i = 0; i < cards.size(); i++) {
            CardId card = cards.get(i);
            if (!content.cards().containsKey(card)) {
                report.add(Report.row(row, i), "there is no card '" + card + "'");
            } else if (!seen.add(card)) {
                report.add(Report.row(row, i), "names '" + card + "' twice");
            }
        }
    }

    private static void items(Content content, Report report) {
        List<ItemDefinition> items = content.definition().items();
        report.unique("items", "id", items, ItemDefinition::id);
        for (int i = 0; i < items.size(); i++) {
            ItemDefinition item = items.get(i);
            String row = Report.row("items", i, item.id());
            report.line(row + ".name", item.name(), Limits.NAME_MAX);
            report.line(row + ".description", item.description(), Limits.DESCRIPTION_MAX);
            report.range(row + ".max", item.max(), 1, Limits.ITEMS_MAX);
            ItemUse use = item.use();
            if (use != null) {
                use(row + ".use", item, use, content, report);
            }
        }
    }

    private static void use(
            String row, ItemDefinition item, ItemUse use, Content content, Report report) {
        if (item.id().equals(content.definition().dailyBonus().spinItem())) {
            report.add(row, "must be left out: using the dailyBonus.spinItem spins the wheel");
        }
        switch (use) {
            case ItemUse.Opens(var reward) -> {
                RewardChecks.check(row + ".reward", reward, content, report);
                if (holdsItself(item, content)) {
                    report.add(
                            row + ".reward",
                            "holds " + item.id() + " again, so that opening would never end");
                }
            }
            case ItemUse.Boosts(var type) -> booster(row + ".booster", type, content, report);
        }
    }

    /** Returns whether opening what is in {@code item}, and so on, comes upon it again. */
    private static boolean holdsItself(ItemDefinition item, Content content) {
        Set<ItemId> seen = new HashSet<>();
        Deque<ItemDefinition> unopened = new ArrayDeque<>(List.of(item));
        while (!unopened.isEmpty()) {
            if (!(unopened.pop().use() instanceof ItemUse.Opens(var reward))) {
                continue;
            }
            for (ItemStack each : reward.items()) {
                ItemDefinition inside = content.items().get(each.item());
                if (seen.add(each.item()) && inside != null) {
                    unopened.push(inside);
                }
            }
        }
        return seen.contains(item.id());
    }

    private static void booster(String row, BoosterType type, Content content, Report report) {
        BoosterDefinition booster = content.boosters().get(type);
        if (booster == null) {
            report.add(row, "there is no booster '" + type + "'");
        } else if (booster.isPermanent()) {
            report.add(row, "must be timed or instant: " + type + " is permanent");
        }
    }
}
