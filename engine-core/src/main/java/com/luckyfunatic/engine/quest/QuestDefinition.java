package com.luckyfunatic.engine.quest;

import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quest as content describes it.
 *
 * @param id its name
 * @param description what players read
 * @param actionUrl the link that players follow; null for none
 * @param goal what completes it
 * @param daily whether it begins anew with every UTC day
 * @param reward what it pays, once or once a day
 * @param requirements what must hold to start and to complete it
 * @param availableFrom the first moment it is on offer; null for always
 * @param availableUntil the first moment it is no more; null for never
 */
public record QuestDefinition(
        QuestId id,
        String description,
        @Nullable String actionUrl,
        QuestGoal goal,
        boolean daily,
        Reward reward,
        List<Requirement> requirements,
        @Nullable Instant availableFrom,
        @Nullable Instant availableUntil) {
    /** Copies the list. */
    public QuestDefinition {
        requirements = List.copyOf(requirements);
    }

    /** Returns whether it is on offer at {@code millis}. */
    public boolean isActive(long millis) {
        return (availableFrom == null || millis >= availableFrom.toEpochMilli())
                && (availableUntil == null || millis < availableUntil.toEpochMilli());
    }
}
