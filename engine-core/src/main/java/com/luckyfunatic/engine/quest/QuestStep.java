package com.luckyfunatic.engine.quest;

/** How far a player is with a quest. */
public enum QuestStep {
    /** It was not begun, or conditions are not met. */
    NOT_STARTED,
    /** It was begun and is not complete. */
    STARTED,
    /** The reward can be claimed. */
    COMPLETED,
    /** The reward was paid, for good or for today. */
    CLAIMED
}
