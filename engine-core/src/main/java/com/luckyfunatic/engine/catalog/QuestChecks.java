package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.connection.ChannelId;
import com.luckyfunatic.engine.forge.SpecialCardDefinition;
import com.luckyfunatic.engine.quest.External;
import com.luckyfunatic.engine.quest.ExternalKind;
import com.luckyfunatic.engine.quest.FriendsLevel;
import com.luckyfunatic.engine.quest.QuestCounter;
import com.luckyfunatic.engine.quest.QuestDefinition;
import com.luckyfunatic.engine.quest.QuestGoal;
import com.luckyfunatic.engine.store.ListingDefinition;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Checks quests and the ladder of friends. Pure. */
final class QuestChecks {
    /** A link that no browser takes for a script. */
    private static final Pattern LINK = Pattern.compile("(https|tg)://\\S+");

    private static final Duration DAY = Duration.ofDays(1);

    private QuestChecks() {}

    static void check(Content content, Report report) {
        List<QuestDefinition> quests = content.definition().quests();
        report.unique("quests", "id", quests, QuestDefinition::id);
        for (int i = 0; i < quests.size(); i++) {
            QuestDefinition quest = quests.get(i);
            String row = Report.row("quests", i, quest.id());
            report.line(row + ".description", quest.description(), Limits.DESCRIPTION_MAX);
            link(row, quest, report);
            goal(row + ".goal", quest, content, report);
            RewardChecks.check(row + ".reward", quest.reward(), content, report);
            report.window(row, quest.availableFrom(), quest.availableUntil());
            RequirementChecks.check(row, quest.requirements(), content, report);
        }
        ladder(content, report);
    }

    private static void link(String row, QuestDefinition quest, Report report) {
        String url = quest.actionUrl();
        if (url != null) {
            report.line(row + ".actionUrl", url, Limits.URL_MAX);
            if (!LINK.matcher(url).matches()) {
                report.add(row + ".actionUrl", "must begin with https:// or tg://, was " + url);
            }
        } else if (quest.goal() instanceof QuestGoal.Visit) {
            report.add(row + ".actionUrl", "must not be left out: there is nothing to visit");
        }
    }

    private static void goal(String row, QuestDefinition quest, Content content, Report report) {
        switch (quest.goal()) {
            case QuestGoal.Instant() -> {}
            case QuestGoal.Visit(var delay) -> {
                if (report.lasting(row + ".delay", delay)
                        && quest.daily()
                        && delay.compareTo(DAY) >= 0) {
                    report.add(
                            row + ".delay",
                            "must be shorter than a day, because the quest is daily, was " + delay);
                }
            }
            case QuestGoal.Reach(var counter, long count) -> {
                long most = most(counter, content);
                if (report.range(row + ".count", count, 1, Limits.AMOUNT_MAX) && count > most) {
                    report.add(
                            row + ".count",
                            "can never be met: no player comes beyond " + most + ", was " + count);
                }
                if (quest.daily() && !counter.onlyGrows()) {
                    report.add(
                            row + ".counter",
                            "must be one that a day adds to, because the quest is daily");
                }
            }
            case QuestGoal.Confirm(var kind, String target) ->
                    confirm(row, kind, target, quest, report);
        }
    }

    private static void confirm(
            String row, ExternalKind kind, String target, QuestDefinition quest, Report report) {
        if (quest.daily()) {
            report.add(row + ".external", "must not be daily: what is confirmed stays so");
        }
        try {
            var external = new External(kind, target);
            if (external.kind() == ExternalKind.CHANNEL_JOINED) {
                var _ = ChannelId.named(external.target());
            }
        } catch (IllegalArgumentException e) {
            report.add(row + ".target", String.valueOf(e.getMessage()));
        }
    }

    /** The most that a player can come to. */
    private static long most(QuestCounter counter, Content content) {
        CatalogDefinition catalog = content.definition();
        return switch (counter) {
            case TAPS, FUNZ_EARNED -> Limits.AMOUNT_MAX;
            case RANK -> content.lastRank();
            case CARDS -> catalog.cards().stream().filter(card -> !card.comingSoon()).count();
            case FRIENDS -> Limits.FRIENDS_MAX;
            case FORGED ->
                    catalog.specialCards().stream()
                            .mapToLong(SpecialCardDefinition::forgeLimit)
                            .sum();
            case STORIES -> catalog.stories().size();
            case PURCHASES -> purchases(catalog.listings());
            case TOURNAMENTS -> Limits.AMOUNT_MAX;
            case STREAK -> Integer.MAX_VALUE;
        };
    }

    private static long purchases(List<ListingDefinition> listings) {
        boolean endless =
                listings.stream()
                        .anyMatch(each -> each.totalLimit() == ListingDefinition.UNLIMITED);
        return endless
                ? Limits.AMOUNT_MAX
                : listings.stream().mapToLong(ListingDefinition::totalLimit).sum();
    }

    private static void ladder(Content content, Report report) {
        int before = 0;
        List<FriendsLevel> levels = content.definition().friendsQuest();
        for (int i = 0; i < levels.size(); i++) {
            FriendsLevel level = levels.get(i);
            String row = Report.row("friendsQuest", i);
            if (report.range(row + ".friends", level.friends(), 1, Limits.FRIENDS_MAX)
                    && level.friends() <= before) {
                report.add(
                        row + ".friends",
                        "must be above the level before, " + before + ", was " + level.friends());
            }
            before = level.friends();
            RewardChecks.check(row + ".reward", level.reward(), content, report);
        }
    }
}
