package com.luckyfunatic.server.story;

import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.story.StoryDefinition;
import com.luckyfunatic.engine.story.StoryId;
import com.luckyfunatic.engine.story.StoryRules;
import com.luckyfunatic.engine.story.StoryStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story as clients see it.
 *
 * @param id its name in the catalog
 * @param name what players read
 * @param chapter the text; null while it is locked
 * @param cards the set that unlocks it
 * @param reward what completing the set pays, once
 * @param isUnlocked whether the chapter can be read
 * @param isClaimed whether the reward was paid
 */
@Schema(example = StoryView.EXAMPLE)
public record StoryView(
        String id,
        String name,
        @Nullable String chapter,
        List<CardOfStory> cards,
        Reward reward,
        boolean isUnlocked,
        boolean isClaimed) {
    static final String EXAMPLE =
            """
            {"id": "the_first_summer", "name": "The First Summer",
            "chapter": "The gate had rusted shut, so you climbed it.",
            "cards": [{"cardId": "springy_gloves", "name": "Springy Gloves",
            "isOwned": true}], "reward": {"funz": 2500, "jokers": 5},
            "isUnlocked": true, "isClaimed": true}
            """;

    /** A card of the set. */
    public record CardOfStory(String cardId, String name, boolean isOwned) {}

    /** What a story pays: whole funz and whole jokers. */
    public record Reward(long funz, long jokers) {}

    /** Shows every story as {@code state} has it. */
    static List<StoryView> all(PlayerState state, RuleContext context) {
        List<StoryStatus> statuses = StoryRules.statuses(state, context);
        List<StoryView> views = new ArrayList<>(statuses.size());
        for (StoryStatus status : statuses) {
            views.add(of(status, context.catalog()));
        }
        return views;
    }

    /**
     * Shows the story {@code id}.
     *
     * @return null when the content no longer has it, as for a repeat of an old operation
     */
    static @Nullable StoryView of(StoryId id, PlayerState state, RuleContext context) {
        for (StoryStatus status : StoryRules.statuses(state, context)) {
            if (status.definition().id().equals(id)) {
                return of(status, context.catalog());
            }
        }
        return null;
    }

    private static StoryView of(StoryStatus story, Catalog catalog) {
        StoryDefinition definition = story.definition();
        return new StoryView(
                definition.id().value(),
                definition.name(),
                story.isUnlocked() ? definition.chapter() : null,
                definition.cards().stream()
                        .map(card ->
                                new CardOfStory(
                                        card.value(),
                                        name(card, catalog),
                                        !story.missing().contains(card)))
                        .toList(),
                new Reward(definition.rewardFunz(), definition.rewardJokers()),
                story.isUnlocked(),
                story.isClaimed());
    }

    private static String name(CardId id, Catalog catalog) {
        CardDefinition card = catalog.card(id);
        return card == null ? id.value() : card.name();
    }
}
