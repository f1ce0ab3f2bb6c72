package com.luckyfunatic.engine.quest;

import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.requirement.Requirements;
import org.jspecify.annotations.Nullable;

/**
 * How far a player is with a quest of the content: derived from the state and the moment, so that
 * nothing has to happen for a condition to be met, a delay to pass or a day to end. Pure.
 */
final class QuestSteps {
    private QuestSteps() {}

    static QuestStep of(PlayerState state, QuestDefinition quest, long nowMillis) {
        long today = Days.epochDay(nowMillis);
        if (isClaimed(state, quest, today)) {
            return QuestStep.CLAIMED;
        }
        if (state.quests().earned(quest.id(), today) != null
                || (isOpen(state, quest, nowMillis) && isReached(state, quest, nowMillis))) {
            return QuestStep.COMPLETED;
        }
        return started(state, quest, today) == null ? QuestStep.NOT_STARTED : QuestStep.STARTED;
    }

    /** Returns whether it was paid, for good or for {@code today}. */
    static boolean isClaimed(PlayerState state, QuestDefinition quest, long today) {
        long claimedOn = state.quests().claimedOn(quest.id());
        return quest.daily() ? claimedOn >= today : claimedOn != Long.MIN_VALUE;
    }

    /** Returns whether it is on offer and its conditions are met. */
    static boolean isOpen(PlayerState state, QuestDefinition quest, long nowMillis) {
        return quest.isActive(nowMillis)
                && quest.requirements().stream().allMatch(each -> Requirements.isMet(state, each));
    }

    /** Returns since when it is started; null for not, or not {@code today} if it is daily. */
    static @Nullable StartedQuest started(PlayerState state, QuestDefinition quest, long today) {
        StartedQuest started = state.quests().started(quest.id());
        return started != null && quest.daily() && Days.epochDay(started.atMillis()) < today
                ? null
                : started;
    }

    /** Returns whether its goal is reached, whatever else. */
    static boolean isReached(PlayerState state, QuestDefinition quest, long nowMillis) {
        return switch (quest.goal()) {
            case QuestGoal.Instant() -> true;
            case QuestGoal.Visit(var delay) -> {
                StartedQuest started = started(state, quest, Days.epochDay(nowMillis));
                yield started != null && nowMillis - started.atMillis() >= delay.toMillis();
            }
            case QuestGoal.Reach(var _, long count) -> progress(state, quest, nowMillis) >= count;
            case QuestGoal.Confirm(var kind, String target) ->
                    isConfirmed(state, new External(kind, target));
        };
    }

    /** What the state tells by itself needs nobody to confirm it. */
    private static boolean isConfirmed(PlayerState state, External external) {
        boolean isKnown =
                switch (external.kind()) {
                    case WALLET_CONNECTED -> state.connections().ton() != null;
                    case EXCHANGE_CHOSEN -> state.connections().exchange() != null;
                    case CHANNEL_JOINED -> false;
                };
        return isKnown || state.quests().confirmed().contains(external);
    }

    /** Returns how far its counter is on the way to the goal; 0 when it has none. */
    static long progress(PlayerState state, QuestDefinition quest, long nowMillis) {
        if (!(quest.goal() instanceof QuestGoal.Reach(var counter, long _))) {
            return 0;
        }
        if (!quest.daily()) {
            return counter.of(state, nowMillis);
        }
        StartedQuest started = started(state, quest, Days.epochDay(nowMillis));
        return started == null ? 0 : Math.max(0, counter.of(state, nowMillis) - started.base());
    }
}
