package com.luckyfunatic.engine.story;

import com.luckyfunatic.engine.card.CardId;
import java.util.List;

/**
 * A story as a player sees it.
 *
 * @param definition what it is
 * @param missing cards of the set that are not owned
 * @param isClaimed whether the reward was paid
 * @param isCompleted whether it is recorded that all cards were owned at some moment: chapter and
 *     reward stay unlocked even if a card is given up
 */
public record StoryStatus(
        StoryDefinition definition, List<CardId> missing, boolean isClaimed, boolean isCompleted) {
    /** Returns whether the player may read the chapter. */
    public boolean isUnlocked() {
        return isClaimed || isCompleted || missing.isEmpty();
    }
}
