package com.luckyfunatic.engine.quest;

/** A quest whose reward was paid, and the UTC day it was last paid for. */
public record ClaimedQuest(QuestId quest, long epochDay) {}
