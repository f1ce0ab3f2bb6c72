package com.luckyfunatic.engine.quest;

import com.luckyfunatic.engine.reward.Reward;

/**
 * A completed quest whose reward waits to be claimed, even if the content has it no more.
 *
 * @param quest which quest
 * @param onDay the UTC day on which it can be claimed; 0 for any
 * @param reward what can be claimed
 */
public record EarnedQuest(QuestId quest, long onDay, Reward reward) {}
