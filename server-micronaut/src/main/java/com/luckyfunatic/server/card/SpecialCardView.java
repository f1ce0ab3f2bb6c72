package com.luckyfunatic.server.card;

import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.forge.ForgeRules;
import com.luckyfunatic.engine.forge.SpecialCardDefinition;
import com.luckyfunatic.engine.forge.SpecialCardId;
import com.luckyfunatic.engine.forge.SpecialCardStatus;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.server.view.IngredientView;
import com.luckyfunatic.server.view.RequirementView;
import com.luckyfunatic.server.view.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A special card as clients see it.
 *
 * @param id its name in the catalog
 * @param name what players read
 * @param description what players read below the name
 * @param image the picture, a path or a web address
 * @param forged how often the player has forged it
 * @param forgeLimit how often a player can
 * @param jokers what forging costs besides its ingredients
 * @param incomePerHour what each one earns, without multipliers
 * @param effect what each one does besides; null for nothing
 * @param magnitude of the effect: units to add, or basis points added to ×1
 * @param ingredients what forging consumes for good
 * @param requirements conditions of forging
 * @param isAvailable whether the requirements are met and the limit is not reached
 */
@Schema(example = SpecialCardView.EXAMPLE)
public record SpecialCardView(
        String id,
        String name,
        String description,
        String image,
        int forged,
        int forgeLimit,
        long jokers,
        long incomePerHour,
        @Nullable String effect,
        long magnitude,
        List<IngredientView> ingredients,
        List<RequirementView> requirements,
        boolean isAvailable) {
    static final String EXAMPLE =
            """
            {"id": "golden_handshake", "name": "Golden Handshake",
            "description": "Gloves and sneakers, melted into one firm grip.",
            "image": "/assets/cards/special.svg", "forged": 1, "forgeLimit": 3,
            "jokers": 5, "incomePerHour": 150, "effect": "funz_per_tap_add",
            "magnitude": 2, "ingredients": [{"type": "card",
            "cardId": "springy_gloves", "name": "Springy Gloves", "amount": 5,
            "held": 2, "isMissing": true}], "requirements": [{"type": "friends",
            "friends": 1, "isMissing": false}], "isAvailable": true}
            """;

    /** Shows every special card as {@code state} has it. */
    static List<SpecialCardView> all(PlayerState state, RuleContext context) {
        List<SpecialCardStatus> statuses = ForgeRules.statuses(state, context);
        List<SpecialCardView> views = new ArrayList<>(statuses.size());
        for (SpecialCardStatus status : statuses) {
            views.add(of(status, state, context.catalog()));
        }
        return views;
    }

    /**
     * Shows the special card {@code id}.
     *
     * @return null when the content no longer has it, as for a repeat of an old operation
     */
    static @Nullable SpecialCardView of(SpecialCardId id, PlayerState state, RuleContext context) {
        for (SpecialCardStatus status : ForgeRules.statuses(state, context)) {
            if (status.definition().id().equals(id)) {
                return of(status, state, context.catalog());
            }
        }
        return null;
    }

    private static SpecialCardView of(SpecialCardStatus card, PlayerState state, Catalog catalog) {
        SpecialCardDefinition definition = card.definition();
        return new SpecialCardView(
                definition.id().value(),
                definition.name(),
                definition.description(),
                definition.image(),
                card.forged(),
                definition.forgeLimit(),
                definition.jokers(),
                definition.incomePerHour(),
                definition.effect() == null ? null : Words.of(definition.effect()),
                definition.magnitude(),
                definition.ingredients().stream()
                        .map(each -> IngredientView.of(each, ForgeRules.held(state, each), catalog))
                        .toList(),
                RequirementView.of(definition.requirements(), card.missing(), catalog),
                card.missing().isEmpty() && card.forged() < definition.forgeLimit());
    }
}
