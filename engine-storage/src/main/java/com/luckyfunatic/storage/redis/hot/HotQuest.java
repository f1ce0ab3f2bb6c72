package com.luckyfunatic.storage.redis.hot;

import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.quest.QuestCommand.ClaimQuest;
import com.luckyfunatic.engine.quest.QuestCounter;
import com.luckyfunatic.engine.quest.QuestDefinition;
import com.luckyfunatic.engine.quest.QuestGoal;
import com.luckyfunatic.engine.quest.QuestResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Claiming a daily quest that pays nothing but funz, by {@code update_quest_rewards-5.lua}: the
 * only claims that are soft. It must be on offer at any time, ask for nothing, and count what
 * scripts know.
 *
 * @param goal what a script calls its goal
 * @param needed the delay in milliseconds, or where the counter has to come
 */
public record HotQuest(QuestDefinition quest, String goal, long needed) implements HotCommand {
    /** Returns what {@code command} is for a script, or null when only the rule in Java decides. */
    static @Nullable HotQuest of(ClaimQuest command, HotContent content) {
        QuestDefinition quest = content.catalog().quest(command.quest());
        return quest != null
                        && quest.daily()
                        && quest.reward().jokers() == 0
                        && quest.reward().items().isEmpty()
                        && quest.requirements().isEmpty()
                        && quest.availableFrom() == null
                        && quest.availableUntil() == null
                ? of(quest)
                : null;
    }

    private static @Nullable HotQuest of(QuestDefinition quest) {
        return switch (quest.goal()) {
            case QuestGoal.Instant _ -> new HotQuest(quest, "instant", 0);
            case QuestGoal.Visit(var delay) -> new HotQuest(quest, "visit", delay.toMillis());
            case QuestGoal.Reach(var counter, long count) when counter == QuestCounter.TAPS ->
                    new HotQuest(quest, "taps", count);
            case QuestGoal.Reach(var counter, long count)
                    when counter == QuestCounter.FUNZ_EARNED ->
                    new HotQuest(quest, "funz_earned", count);
            case QuestGoal.Reach _, QuestGoal.Confirm _ -> null;
        };
    }

    @Override
    public List<String> ownArguments(HotContent content) {
        return List.of(
                quest.id().value(),
                Long.toString(quest.reward().funz()),
                goal,
                Long.toString(needed));
    }

    @Override
    public int results() {
        return 1;
    }

    @Override
    public Result result(List<String> results) {
        return new QuestResult.QuestPaid(
                quest.id(), Long.parseLong(results.getFirst()), 0, List.of());
    }

    @Override
    public String journalName() {
        return ClaimQuest.class.getSimpleName();
    }
}
