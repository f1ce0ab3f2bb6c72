package com.luckyfunatic.engine.story;

import com.luckyfunatic.engine.card.CardId;
import java.util.List;

/**
 * A story as content describes it: a set of cards, a chapter to read, a reward.
 *
 * @param id its name
 * @param name what players read
 * @param chapter the text that is unlocked
 * @param cards the set; every one must be owned
 * @param rewardFunz funz paid once
 * @param rewardJokers jokers paid once
 */
public record StoryDefinition(
        StoryId id,
        String name,
        String chapter,
        List<CardId> cards,
        long rewardFunz,
        long rewardJokers) {
    /** Copies the list. */
    public StoryDefinition {
        cards = List.copyOf(cards);
    }
}
