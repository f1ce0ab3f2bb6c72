package com.luckyfunatic.engine.story;

import com.luckyfunatic.engine.Result;

/** What claiming a story gives back. */
public sealed interface StoryResult extends Result {
    /** What was paid. */
    record Claimed(StoryId story, long funz, long jokers) implements StoryResult {}
}
