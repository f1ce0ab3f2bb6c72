package com.luckyfunatic.server.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.forge.Ingredient;
import com.luckyfunatic.engine.item.ItemDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Something that forging consumes, as clients see it. Members that do not belong to its type are
 * left out.
 *
 * @param type {@code card} (levels of a card) or {@code item}
 * @param cardId the card
 * @param itemId the item
 * @param name what players read
 * @param amount how many levels or items are consumed
 * @param held how many the player has
 * @param isMissing whether that is too few
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IngredientView(
        String type,
        @Nullable String cardId,
        @Nullable String itemId,
        String name,
        int amount,
        int held,
        boolean isMissing) {
    /** Shows {@code ingredient} of which {@code held} is held. */
    public static IngredientView of(Ingredient ingredient, int held, Catalog catalog) {
        return switch (ingredient) {
            case Ingredient.CardLevels(var id, int levels) -> {
                CardDefinition card = catalog.card(id);
                String name = card == null ? id.value() : card.name();
                yield new IngredientView(
                        "card", id.value(), null, name, levels, held, held < levels);
            }
            case Ingredient.Items(var id, int count) -> {
                ItemDefinition item = catalog.item(id);
                String name = item == null ? id.value() : item.name();
                yield new IngredientView("item", null, id.value(), name, count, held, held < count);
            }
        };
    }
}
