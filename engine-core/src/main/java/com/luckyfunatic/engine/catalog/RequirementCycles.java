package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.id.TextId;
import com.luckyfunatic.engine.quest.QuestDefinition;
import com.luckyfunatic.engine.requirement.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds cards and quests that wait for each other, so that none of them can ever be had.
 *
 * <p>Conditions of a card hold for its first level too, so any circle blocks all that are in it. A
 * depth-first search reports each circle once, at its first member. Not thread-safe.
 */
final class RequirementCycles {
    private final Report report;

    /** What can wait and be waited for, in the order of the content. */
    private final List<Waiting> all = new ArrayList<>();

    private final Map<TextId, Integer> indexes = new HashMap<>();
    private final Set<TextId> done = new HashSet<>();
    private final List<TextId> path = new ArrayList<>();

    private RequirementCycles(Report report) {
        this.report = report;
    }

    /** A card or a quest; its row, and what it waits for. */
    private record Waiting(TextId id, String row, List<Requirement> requirements) {}

    static void check(Content content, Report report) {
        RequirementCycles cycles = new RequirementCycles(report);
        List<CardDefinition> cards = content.definition().cards();
        for (int i = 0; i < cards.size(); i++) {
            CardDefinition card = cards.get(i);
            cycles.add(card.id(), Report.row("cards", i, card.id()), card.requirements());
        }
        List<QuestDefinition> quests = content.definition().quests();
        for (int i = 0; i < quests.size(); i++) {
            QuestDefinition quest = quests.get(i);
            cycles.add(quest.id(), Report.row("quests", i, quest.id()), quest.requirements());
        }
        cycles.all.forEach(each -> cycles.visit(each.id()));
    }

    /** Of rows with the same name the first counts. */
    private void add(TextId id, String row, List<Requirement> requirements) {
        if (indexes.putIfAbsent(id, all.size()) == null) {
            all.add(new Waiting(id, row, requirements));
        }
    }

    private void visit(TextId id) {
        Integer index = indexes.get(id);
        if (index == null || done.contains(id)) {
            return;
        }
        int start = path.indexOf(id);
        if (start >= 0) {
            report(path.subList(start, path.size()));
            return;
        }
        path.add(id);
        for (Requirement requirement : all.get(index).requirements()) {
            switch (requirement) {
                case Requirement.OwnCard(var card, int _) -> visit(card);
                case Requirement.FinishQuest(var quest) -> visit(quest);
                case Requirement.ReachRank _, Requirement.InviteFriends _ -> {}
            }
        }
        path.removeLast();
        done.add(id);
    }

    private void report(List<TextId> circle) {
        int first = 0;
        for (int i = 1; i < circle.size(); i++) {
            if (index(circle.get(i)) < index(circle.get(first))) {
                first = i;
            }
        }
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < circle.size(); i++) {
            TextId from = circle.get((first + i) % circle.size());
            TextId to = circle.get((first + i + 1) % circle.size());
            steps.add(from + " needs " + to);
        }
        report.add(
                all.get(index(circle.get(first))).row() + ".requirements",
                "can never be met: " + String.join(", ", steps));
    }

    private int index(TextId id) {
        return indexes.getOrDefault(id, 0);
    }
}
