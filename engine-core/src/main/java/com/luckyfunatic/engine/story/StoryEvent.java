package com.luckyfunatic.engine.story;

import com.luckyfunatic.engine.GameEvent;

/** What happened to stories. */
public sealed interface StoryEvent extends GameEvent {
    /** Every card of a story is owned: its chapter and reward are unlocked for good. */
    record StoryCompleted(StoryId story) implements StoryEvent {}

    /**
     * A story's reward was paid.
     *
     * @param story which story
     * @param funzDelta funz credited
     * @param jokersDelta jokers credited
     * @param funzCut funz that the balance cap cut off
     * @param jokersCut jokers that the balance cap cut off
     */
    record StoryClaimed(
            StoryId story, long funzDelta, long jokersDelta, long funzCut, long jokersCut)
            implements StoryEvent {}
}
