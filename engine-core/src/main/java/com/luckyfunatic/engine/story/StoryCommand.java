package com.luckyfunatic.engine.story;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Durability;

/** Commands on stories. */
public sealed interface StoryCommand extends Command {
    /** Claims the reward of a completed story. */
    record ClaimStory(StoryId story) implements StoryCommand {
        @Override
        public Durability durability() {
            return Durability.HARD;
        }
    }
}
