package com.luckyfunatic.server.card;

import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.card.CardRules;
import com.luckyfunatic.engine.card.CardStatus;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.server.view.RequirementView;
import com.luckyfunatic.server.view.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card as clients see it.
 *
 * @param id its name in the catalog
 * @param name what players read
 * @param description what players read below the name
 * @param category the group it is shown in
 * @param image the picture, a path or a web address
 * @param level the level owned; null when it is not
 * @param nextLevel the level that can be bought; null when there is none
 * @param buyOrUpgradeCost what that costs; null when there is none
 * @param currency {@code funz} or {@code jokers}
 * @param incomePerHour what it earns at its level, without multipliers
 * @param nextIncomePerHour what it would earn at the next level; null when there is none
 * @param paybackHours whole hours, rounded up, after which the next level has earned its price
 *     without multipliers; null when there is no such level or its price is not in funz
 * @param buyOrUpgradeRequirements conditions of the next level
 * @param isMaxLevelReached whether there is no next level
 * @param isComingSoon whether it is only announced
 * @param isAvailable whether it can be bought at this time
 * @param availableFrom from when it can be bought; null for always
 * @param availableUntil until when it can be bought; null for ever
 */
@Schema(example = CardView.EXAMPLE)
public record CardView(
        String id,
        String name,
        String description,
        String category,
        String image,
        @Nullable Integer level,
        @Nullable Integer nextLevel,
        @Nullable Long buyOrUpgradeCost,
        String currency,
        long incomePerHour,
        @Nullable Long nextIncomePerHour,
        @Nullable Long paybackHours,
        List<RequirementView> buyOrUpgradeRequirements,
        boolean isMaxLevelReached,
        boolean isComingSoon,
        boolean isAvailable,
        @Nullable Instant availableFrom,
        @Nullable Instant availableUntil) {
    static final String EXAMPLE =
            """
            {"id": "springy_gloves", "name": "Springy Gloves",
            "description": "Every high five launches somebody a little.",
            "category": "gear", "image": "/assets/cards/gear.svg", "level": 1,
            "nextLevel": 2, "buyOrUpgradeCost": 1103, "currency": "funz",
            "incomePerHour": 100, "nextIncomePerHour": 207, "paybackHours": 11,
            "buyOrUpgradeRequirements": [{"type": "rank", "rank": 1,
            "isMissing": false}], "isMaxLevelReached": false, "isComingSoon": false,
            "isAvailable": true, "availableFrom": null, "availableUntil": null}
            """;

    /** Shows every card as {@code state} has it at the context's moment. */
    static List<CardView> all(PlayerState state, RuleContext context) {
        List<CardStatus> statuses = CardRules.statuses(state, context);
        List<CardView> views = new ArrayList<>(statuses.size());
        for (CardStatus status : statuses) {
            views.add(of(status, context.catalog()));
        }
        return views;
    }

    /**
     * Shows the card {@code id}.
     *
     * @return null when the content no longer has it, as for a repeat of an old operation
     */
    static @Nullable CardView of(CardId id, PlayerState state, RuleContext context) {
        for (CardStatus status : CardRules.statuses(state, context)) {
            if (status.definition().id().equals(id)) {
                return of(status, context.catalog());
            }
        }
        return null;
    }

    private static CardView of(CardStatus card, Catalog catalog) {
        CardDefinition definition = card.definition();
        boolean maxed = card.isMaxLevelReached();
        return new CardView(
                definition.id().value(),
                definition.name(),
                definition.description(),
                definition.category().value(),
                definition.image(),
                card.level() == 0 ? null : card.level(),
                maxed ? null : card.level() + 1,
                maxed ? null : card.nextPrice(),
                Words.of(definition.currency()),
                card.incomePerHour(),
                maxed ? null : card.nextIncomePerHour(),
                paybackHours(card),
                RequirementView.of(definition.requirements(), card.missing(), catalog),
                maxed,
                definition.comingSoon(),
                card.isAvailable(),
                definition.availableFrom(),
                definition.availableUntil());
    }

    private static @Nullable Long paybackHours(CardStatus card) {
        long gain = card.nextIncomePerHour() - card.incomePerHour();
        return gain <= 0 || card.definition().currency() != Currency.FUNZ
                ? null
                : Math.ceilDiv(card.nextPrice(), gain);
    }
}
