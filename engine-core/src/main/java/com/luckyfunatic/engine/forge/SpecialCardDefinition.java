package com.luckyfunatic.engine.forge;

import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.requirement.Requirement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A special card as content describes it.
 *
 * @param id its name
 * @param name what players read
 * @param description what players read below the name
 * @param image the picture, a path or a web address
 * @param ingredients what forging consumes
 * @param jokers what forging costs besides
 * @param forgeLimit how often a player can forge it
 * @param incomePerHour what each one earns, whole funz per hour
 * @param effect what each one does besides; null for nothing
 * @param magnitude of the effect, for each one: units to add, or basis points added to ×1
 * @param requirements what a player must have
 */
public record SpecialCardDefinition(
        SpecialCardId id,
        String name,
        String description,
        String image,
        List<Ingredient> ingredients,
        long jokers,
        int forgeLimit,
        long incomePerHour,
        @Nullable Effect effect,
        long magnitude,
        List<Requirement> requirements) {
    /** Copies the lists. */
    public SpecialCardDefinition {
        ingredients = List.copyOf(ingredients);
        requirements = List.copyOf(requirements);
    }
}
