package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.requirement.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds cards that wait for each other, so that none of them can ever be bought.
 *
 * <p>Conditions of a card hold for its first level too, so any circle blocks all of its cards. A
 * depth-first search reports each circle once, at its first card. Not thread-safe.
 */
final class RequirementCycles {
    private final Content content;
    private final Report report;
    private final Map<CardId, Integer> indexes = new HashMap<>();
    private final Set<CardId> done = new HashSet<>();
    private final List<CardId> path = new ArrayList<>();

    private RequirementCycles(Content content, Report report) {
        this.content = content;
        this.report = report;
    }

    static void check(Content content, Report report) {
        new RequirementCycles(content, report).run();
    }

    private void run() {
        List<CardDefinition> cards = content.definition().cards();
        for (int i = 0; i < cards.size(); i++) {
            indexes.putIfAbsent(cards.get(i).id(), i);
        }
        cards.forEach(card -> visit(card.id()));
    }

    private void visit(CardId id) {
        CardDefinition card = content.cards().get(id);
        if (card == null || done.contains(id)) {
            return;
        }
        int start = path.indexOf(id);
        if (start >= 0) {
            report(path.subList(start, path.size()));
            return;
        }
        path.add(id);
        for (Requirement requirement : card.requirements()) {
            if (requirement instanceof Requirement.OwnCard(var other, int _)) {
                visit(other);
            }
        }
        path.removeLast();
        done.add(id);
    }

    private void report(List<CardId> circle) {
        int first = 0;
        for (int i = 1; i < circle.size(); i++) {
            if (index(circle.get(i)) < index(circle.get(first))) {
                first = i;
            }
        }
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < circle.size(); i++) {
            CardId from = circle.get((first + i) % circle.size());
            CardId to = circle.get((first + i + 1) % circle.size());
            steps.add(from + " needs " + to);
        }
        CardId at = circle.get(first);
        report.add(
                Report.row("cards", index(at), at) + ".requirements",
                "can never be met: " + String.join(", ", steps));
    }

    private int index(CardId id) {
        return indexes.getOrDefault(id, 0);
    }
}
