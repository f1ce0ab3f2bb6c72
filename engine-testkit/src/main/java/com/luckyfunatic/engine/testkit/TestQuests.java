package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.quest.ExternalKind;
import com.luckyfunatic.engine.quest.FriendsLevel;
import com.luckyfunatic.engine.quest.QuestCounter;
import com.luckyfunatic.engine.quest.QuestDefinition;
import com.luckyfunatic.engine.quest.QuestGoal;
import com.luckyfunatic.engine.quest.QuestId;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The quests of {@link TestCatalogs}: one of each kind. */
final class TestQuests {
    static final QuestId WELCOME = new QuestId("welcome");

    static final QuestId WEBSITE = new QuestId("website");

    static final List<QuestDefinition> ALL =
            List.of(
                    quest(WELCOME, new QuestGoal.Instant(), false, new Reward(7, 1, List.of())),
                    quest(
                            WEBSITE,
                            new QuestGoal.Visit(Duration.ofSeconds(30)),
                            false,
                            new Reward(20, 0, List.of(new ItemStack(TestContent.SHARD, 2)))),
                    quest(
                            new QuestId("tapper"),
                            new QuestGoal.Reach(QuestCounter.TAPS, 120),
                            false,
                            funz(30),
                            new Requirement.FinishQuest(WELCOME)),
                    quest(
                            new QuestId("channel"),
                            new QuestGoal.Confirm(ExternalKind.CHANNEL_JOINED, "funatic_news"),
                            false,
                            new Reward(0, 3, List.of())),
                    quest(
                            new QuestId("customer"),
                            new QuestGoal.Reach(QuestCounter.PURCHASES, 3),
                            false,
                            funz(11)),
                    quest(new QuestId("check_in"), new QuestGoal.Instant(), true, funz(5)),
                    quest(
                            new QuestId("daily_link"),
                            new QuestGoal.Visit(Duration.ofSeconds(3)),
                            true,
                            funz(6)),
                    quest(
                            new QuestId("daily_taps"),
                            new QuestGoal.Reach(QuestCounter.TAPS, 20),
                            true,
                            funz(8)),
                    quest(
                            new QuestId("daily_shard"),
                            new QuestGoal.Instant(),
                            true,
                            new Reward(1, 0, List.of(new ItemStack(TestContent.SHARD, 1)))),
                    gone(quest(new QuestId("opening"), new QuestGoal.Instant(), false, funz(9))));

    static final List<FriendsLevel> LADDER =
            List.of(new FriendsLevel(1, funz(10)), new FriendsLevel(3, funz(30)));

    private TestQuests() {}

    private static Reward funz(long funz) {
        return new Reward(funz, 0, List.of());
    }

    /** It is not on offer any more, at any moment that a test sets. */
    private static QuestDefinition gone(QuestDefinition quest) {
        return new QuestDefinition(
                quest.id(),
                quest.description(),
                quest.actionUrl(),
                quest.goal(),
                quest.daily(),
                quest.reward(),
                quest.requirements(),
                null,
                Instant.EPOCH);
    }

    private static QuestDefinition quest(
            QuestId id, QuestGoal goal, boolean daily, Reward reward, Requirement... requirements) {
        return new QuestDefinition(
                id,
                "The " + id,
                goal instanceof QuestGoal.Visit ? "https://example.com/" + id : null,
                goal,
                daily,
                reward,
                List.of(requirements),
                null,
                null);
    }
}
