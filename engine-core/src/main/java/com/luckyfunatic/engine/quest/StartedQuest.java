package com.luckyfunatic.engine.quest;

/**
 * A quest that was started and not claimed since.
 *
 * @param quest which quest
 * @param atMillis when, epoch milliseconds
 * @param base where its counter stood then
 */
public record StartedQuest(QuestId quest, long atMillis, long base) {}
