package com.luckyfunatic.engine.story;

import com.luckyfunatic.engine.GameEvent;

/** What happened to stories. */
public sealed interface StoryEvent extends GameEvent {
    /** A story's reward was paid; the deltas are what the balance caps left of it. */
    record StoryClaimed(StoryId story, long funzDelta, long jokersDelta) implements StoryEvent {}
}
