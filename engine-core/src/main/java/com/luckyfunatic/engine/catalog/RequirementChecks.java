package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.requirement.Requirement;
import java.util.List;

/** Checks that conditions name what exists and can be met. Pure. */
final class RequirementChecks {
    private RequirementChecks() {}

    /** Checks the conditions of a row that is on offer. */
    static void check(String row, List<Requirement> requirements, Content content, Report report) {
        check(row, requirements, false, content, report);
    }

    /**
     * Checks the conditions of a row.
     *
     * @param announced whether the row is only announced, so that it may wait for announced cards
     */
    static void check(
            String row,
            List<Requirement> requirements,
            boolean announced,
            Content content,
            Report report) {
        String list = row + ".requirements";
        if (requirements.size() > Limits.REQUIREMENTS_MAX) {
            report.add(
                    list,
                    "must have at most "
                            + Limits.REQUIREMENTS_MAX
                            + " rows, has "
                            + requirements.size());
        }
        for (int i = 0; i < requirements.size(); i++) {
            String each = Report.row(list, i);
            switch (requirements.get(i)) {
                case Requirement.OwnCard(var card, int level) -> {
                    if (cardLevels(each, "level", card, level, content, report) && !announced) {
                        onOffer(each, card, content, report);
                    }
                }
                case Requirement.ReachRank(int rank) -> rank(each + ".rank", rank, content, report);
                case Requirement.InviteFriends(int friends) ->
                        report.range(each + ".friends", friends, 1, Limits.FRIENDS_MAX);
                case Requirement.FinishQuest(var quest) -> {
                    if (!content.quests().containsKey(quest)) {
                        report.add(each + ".quest", "there is no quest '" + quest + "'");
                    }
                }
            }
        }
    }

    /** Checks a card and a number of its levels; tells whether there is such a card. */
    static boolean cardLevels(
            String row, String field, CardId id, int levels, Content content, Report report) {
        CardDefinition card = content.cards().get(id);
        if (card == null) {
            report.add(row + ".card", "there is no card '" + id + "'");
            return false;
        }
        int last = Math.max(1, card.maxLevel());
        if (levels < 1 || levels > last) {
            report.add(
                    row + "." + field,
                    "must be 1 to " + last + ", the last level of " + id + ", was " + levels);
        }
        return true;
    }

    /** Checks that players can get the card {@code id}. */
    static void onOffer(String row, CardId id, Content content, Report report) {
        CardDefinition card = content.cards().get(id);
        if (card != null && card.comingSoon()) {
            report.add(row + ".card", "can never be met: " + id + " is only announced");
        }
    }

    /** Checks a number of items that a player has to be able to hold. */
    static void items(String row, ItemDefinition item, int count, Report report) {
        int max = Math.max(1, item.max());
        if (count < 1 || count > max) {
            report.add(
                    row + ".count",
                    "must be 1 to "
                            + max
                            + ", the most a player holds of "
                            + item.id()
                            + ", was "
                            + count);
        }
    }

    private static void rank(String row, int rank, Content content, Report report) {
        int last = Math.max(1, content.lastRank());
        if (rank < 1 || rank > last) {
            report.add(row, "must be 1 to " + last + ", the last rank, was " + rank);
        }
    }
}
