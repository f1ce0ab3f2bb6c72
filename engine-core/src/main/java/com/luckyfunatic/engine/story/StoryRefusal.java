package com.luckyfunatic.engine.story;

import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.card.CardId;
import java.util.List;

/** Why a story's reward cannot be claimed; the rules check in the order of this file. */
public sealed interface StoryRefusal extends Refusal {
    /** The catalog has no such story. */
    record UnknownStory(StoryId story) implements StoryRefusal {
        @Override
        public String code() {
            return "unknown_story";
        }
    }

    /** The reward was paid already. */
    record StoryAlreadyClaimed(StoryId story) implements StoryRefusal {
        @Override
        public String code() {
            return "already_claimed";
        }
    }

    /** Cards of the set are missing. */
    record StoryIncomplete(List<CardId> missing) implements StoryRefusal {
        @Override
        public String code() {
            return "requirements_not_met";
        }
    }
}
