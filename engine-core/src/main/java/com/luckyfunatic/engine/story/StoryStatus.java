package com.luckyfunatic.engine.story;

import com.luckyfunatic.engine.card.CardId;
import java.util.List;

/**
 * A story as a player sees it.
 *
 * @param definition what it is
 * @param missing cards of the set that are not owned
 * @param isClaimed whether the reward was paid; the chapter stays open even if a card is given up
 */
public record StoryStatus(StoryDefinition definition, List<CardId> missing, boolean isClaimed) {
    /** Returns whether the player may read the chapter. */
    public boolean isUnlocked() {
        return isClaimed || missing.isEmpty();
    }
}
