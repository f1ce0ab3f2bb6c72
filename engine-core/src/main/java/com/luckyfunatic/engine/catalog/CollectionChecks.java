package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.connection.ExchangeDefinition;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.story.StoryDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks what players collect or choose: stories, items and exchanges. Pure. */
final class CollectionChecks {
    private CollectionChecks() {}

    static void check(Content content, Report report) {
        stories(content, report);
        items(content.definition().items(), report);
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

    private static void items(List<ItemDefinition> items, Report report) {
        report.unique("items", "id", items, ItemDefinition::id);
        for (int i = 0; i < items.size(); i++) {
            ItemDefinition item = items.get(i);
            String row = Report.row("items", i, item.id());
            report.line(row + ".name", item.name(), Limits.NAME_MAX);
            report.line(row + ".description", item.description(), Limits.DESCRIPTION_MAX);
            report.range(row + ".max", item.max(), 1, Limits.ITEMS_MAX);
        }
    }
}
