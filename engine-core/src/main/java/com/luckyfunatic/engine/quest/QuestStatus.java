package com.luckyfunatic.engine.quest;

import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quest as a player sees it.
 *
 * @param id its name
 * @param definition what the content says of it; null when it was withdrawn and its reward waits
 * @param isActive whether it is on offer
 * @param step how far the player is
 * @param progress how far its counter is on the way to the goal; 0 when it has none
 * @param completesAtMillis when it completes by itself, epoch milliseconds; null when it does not,
 *     or is not started
 * @param reward what it pays
 * @param missing conditions that are not met
 */
public record QuestStatus(
        QuestId id,
        @Nullable QuestDefinition definition,
        boolean isActive,
        QuestStep step,
        long progress,
        @Nullable Long completesAtMillis,
        Reward reward,
        List<Requirement> missing) {}
