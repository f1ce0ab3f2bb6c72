package com.luckyfunatic.engine.story;

import java.util.ArrayList;
import java.util.List;

/** The stories whose reward a player has claimed, in that order. */
public record StoryState(List<StoryId> claimed) {
    /** No story. */
    public static final StoryState NONE = new StoryState(List.of());

    /** Copies the list. */
    public StoryState {
        claimed = List.copyOf(claimed);
    }

    StoryState with(StoryId story) {
        List<StoryId> copy = new ArrayList<>(claimed);
        copy.add(story);
        return new StoryState(copy);
    }
}
