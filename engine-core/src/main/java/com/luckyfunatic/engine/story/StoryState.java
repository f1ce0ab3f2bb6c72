package com.luckyfunatic.engine.story;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A player's stories.
 *
 * @param claimed those whose reward was claimed, in that order
 * @param completed those whose every card was owned at some moment, in that order; null is none,
 *     because states were stored before it existed
 */
public record StoryState(List<StoryId> claimed, @Nullable List<StoryId> completed) {
    /** No story. */
    public static final StoryState NONE = new StoryState(List.of(), List.of());

    /** Copies the lists. */
    public StoryState {
        claimed = List.copyOf(claimed);
        completed = List.copyOf(requireNonNullElse(completed, List.of()));
    }

    /** Returns the stories whose every card was owned at some moment, in that order. */
    @Override
    public List<StoryId> completed() {
        return requireNonNullElse(completed, List.of());
    }

    StoryState withClaimed(StoryId story) {
        return new StoryState(plus(claimed, story), completed);
    }

    StoryState withCompleted(StoryId story) {
        return new StoryState(claimed, plus(completed(), story));
    }

    private static List<StoryId> plus(List<StoryId> stories, StoryId story) {
        List<StoryId> copy = new ArrayList<>(stories);
        copy.add(story);
        return copy;
    }
}
