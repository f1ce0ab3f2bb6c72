package com.luckyfunatic.engine.quest;

import java.time.Duration;

/** What completes a quest. */
public sealed interface QuestGoal {
    /** Nothing: it can be claimed at once. */
    record Instant() implements QuestGoal {}

    /** Following the quest's link, and waiting for {@code delay} from then on. */
    record Visit(Duration delay) implements QuestGoal {}

    /**
     * A counter reaching {@code count}. Of a daily quest, what is added to it counts, from the
     * moment the quest is started that day.
     */
    record Reach(QuestCounter counter, long count) implements QuestGoal {}

    /**
     * Something outside the game, which a verifier confirms.
     *
     * @param external what
     * @param target which one of its kind; empty for a kind that has no target
     */
    record Confirm(ExternalKind external, String target) implements QuestGoal {}
}
