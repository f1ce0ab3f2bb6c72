package com.luckyfunatic.engine.story;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.wallet.Wallet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of stories. Pure. */
public final class StoryRules {
    private StoryRules() {}

    /** Decides a command on stories. */
    public static Decision decide(PlayerState state, StoryCommand command, RuleContext context) {
        return switch (command) {
            case StoryCommand.ClaimStory(var story) -> claim(state, story, context);
        };
    }

    private static Decision claim(PlayerState state, StoryId id, RuleContext context) {
        StoryDefinition story = context.catalog().story(id);
        if (story == null) {
            return Decision.refused(new StoryRefusal.UnknownStory(id));
        }
        if (state.stories().claimed().contains(id)) {
            return Decision.refused(new StoryRefusal.StoryAlreadyClaimed(id));
        }
        List<CardId> missing = missing(state, story);
        if (!missing.isEmpty() && !state.stories().completed().contains(id)) {
            return Decision.refused(new StoryRefusal.StoryIncomplete(missing));
        }
        long funz = Amounts.creditable(state.wallet().funz(), story.rewardFunz());
        long jokers = Amounts.creditable(state.wallet().jokers(), story.rewardJokers());
        return Decision.accepted(
                new StoryResult.Claimed(id, funz, jokers),
                new StoryEvent.StoryClaimed(
                        id,
                        funz,
                        jokers,
                        story.rewardFunz() - funz,
                        story.rewardJokers() - jokers));
    }

    private static List<CardId> missing(PlayerState state, StoryDefinition story) {
        return story.cards().stream().filter(card -> state.cards().level(card) == 0).toList();
    }

    /**
     * Returns whether every card of a story is owned; without a list, for it is asked after every
     * change.
     */
    private static boolean hasAll(PlayerState state, StoryDefinition story) {
        for (CardId card : story.cards()) {
            if (state.cards().level(card) == 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the event of owning every card of a story, if that is true and was not recorded, else
     * null. It is recorded, because cards are given up when they are forged.
     */
    public static StoryEvent.@Nullable StoryCompleted newlyCompleted(
            PlayerState state, Catalog catalog) {
        for (StoryDefinition story : catalog.stories()) {
            boolean known =
                    state.stories().completed().contains(story.id())
                            || state.stories().claimed().contains(story.id());
            if (!known && hasAll(state, story)) {
                return new StoryEvent.StoryCompleted(story.id());
            }
        }
        return null;
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, StoryEvent event) {
        return switch (event) {
            case StoryEvent.StoryCompleted(var story) ->
                    state.change().stories(state.stories().withCompleted(story)).done();
            case StoryEvent.StoryClaimed(var story, long funz, long jokers, long _, long _) -> {
                Wallet wallet = state.wallet().earnFunz(funz).change(Currency.JOKERS, jokers);
                yield state.change()
                        .wallet(wallet)
                        .stories(state.stories().withClaimed(story))
                        .done();
            }
        };
    }

    /** Returns every story of the catalog as the player sees it. */
    public static List<StoryStatus> statuses(PlayerState state, RuleContext context) {
        return context.catalog().stories().stream()
                .map(story ->
                        new StoryStatus(
                                story,
                                missing(state, story),
                                state.stories().claimed().contains(story.id()),
                                state.stories().completed().contains(story.id())))
                .toList();
    }
}
