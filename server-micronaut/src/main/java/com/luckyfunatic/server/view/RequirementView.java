package com.luckyfunatic.server.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.requirement.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition of content as clients see it. Members that do not belong to its type are left out.
 *
 * @param type {@code card}, {@code rank}, {@code friends} or {@code quest}
 * @param cardId the card that must be owned
 * @param cardName its name
 * @param level the level at which it must be owned
 * @param rank the rank that must be reached
 * @param friends how many friends must be invited
 * @param questId the quest whose reward must have been claimed
 * @param isMissing whether the player does not meet it yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequirementView(
        String type,
        @Nullable String cardId,
        @Nullable String cardName,
        @Nullable Integer level,
        @Nullable Integer rank,
        @Nullable Integer friends,
        @Nullable String questId,
        boolean isMissing) {
    /** Returns {@code requirements} as clients see them, where {@code missing} are not met. */
    public static List<RequirementView> of(
            List<Requirement> requirements, List<Requirement> missing, Catalog catalog) {
        List<RequirementView> views = new ArrayList<>(requirements.size());
        for (Requirement requirement : requirements) {
            views.add(of(requirement, missing.contains(requirement), catalog));
        }
        return views;
    }

    /** Returns one requirement as clients see it. */
    public static RequirementView of(Requirement requirement, boolean isMissing, Catalog catalog) {
        return switch (requirement) {
            case Requirement.OwnCard(var card, int level) ->
                    new RequirementView(
                            "card",
                            card.value(),
                            name(card, catalog),
                            level,
                            null,
                            null,
                            null,
                            isMissing);
            case Requirement.ReachRank(int rank) ->
                    new RequirementView("rank", null, null, null, rank, null, null, isMissing);
            case Requirement.InviteFriends(int friends) ->
                    new RequirementView(
                            "friends", null, null, null, null, friends, null, isMissing);
            case Requirement.FinishQuest(var quest) ->
                    new RequirementView(
                            "quest", null, null, null, null, null, quest.value(), isMissing);
        };
    }

    private static String name(CardId id, Catalog catalog) {
        CardDefinition card = catalog.card(id);
        return card == null ? id.value() : card.name();
    }
}
