package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.forge.Ingredient;
import com.luckyfunatic.engine.forge.SpecialCardDefinition;
import com.luckyfunatic.engine.id.TextId;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.item.ItemId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks special cards and what forging them consumes. Pure. */
final class SpecialCardChecks {
    private SpecialCardChecks() {}

    static void check(Content content, Report report) {
        List<SpecialCardDefinition> cards = content.definition().specialCards();
        report.unique("specialCards", "id", cards, SpecialCardDefinition::id);
        for (int i = 0; i < cards.size(); i++) {
            SpecialCardDefinition card = cards.get(i);
            String row = Report.row("specialCards", i, card.id());
            report.line(row + ".name", card.name(), Limits.NAME_MAX);
            report.line(row + ".description", card.description(), Limits.DESCRIPTION_MAX);
            report.line(row + ".image", card.image(), Limits.IMAGE_MAX);
            report.range(row + ".jokers", card.jokers(), 0, Limits.AMOUNT_MAX);
            report.range(row + ".forgeLimit", card.forgeLimit(), 1, Limits.FORGE_LIMIT_MAX);
            report.range(row + ".incomePerHour", card.incomePerHour(), 0, Limits.AMOUNT_MAX);
            effect(row, card, content, report);
            ingredients(row + ".ingredients", card, content, report);
            RequirementChecks.check(row, card.requirements(), content, report);
        }
    }

    private static void effect(
            String row, SpecialCardDefinition card, Content content, Report report) {
        Effect effect = card.effect();
        if (effect == null) {
            report.unused(row + ".magnitude", card.magnitude(), "there is no effect");
        } else if (effect.isInstant()) {
            report.add(row + ".effect", "must last: a special card works for good");
        } else {
            EffectChecks.step(
                    row + ".magnitude",
                    effect,
                    card.magnitude(),
                    Math.clamp(card.forgeLimit(), 0, Limits.FORGE_LIMIT_MAX),
                    content,
                    report);
        }
    }

    private static void ingredients(
            String row, SpecialCardDefinition card, Content content, Report report) {
        List<Ingredient> ingredients = card.ingredients();
        if (ingredients.isEmpty() && card.jokers() == 0) {
            report.add(row, "must not be empty unless jokers are paid: forging consumes something");
        }
        if (ingredients.size() > Limits.INGREDIENTS_MAX) {
            report.add(
                    row,
                    "must have at most "
                            + Limits.INGREDIENTS_MAX
                            + " rows, has "
                            + ingredients.size());
        }
        Set<TextId> seen = new HashSet<>();
        for (int i = 0; i < ingredients.size(); i++) {
            ingredient(Report.row(row, i), ingredients.get(i), seen, content, report);
        }
    }

    /** A second row for the same thing would ask for it once and take it twice. */
    private static void ingredient(
            String row, Ingredient ingredient, Set<TextId> seen, Content content, Report report) {
        switch (ingredient) {
            case Ingredient.CardLevels(var card, int levels) -> {
                if (!seen.add(card)) {
                    report.add(row + ".card", "names '" + card + "' twice; add the levels up");
                } else if (RequirementChecks.cardLevels(
                        row, "levels", card, levels, content, report)) {
                    RequirementChecks.onOffer(row, card, content, report);
                }
            }
            case Ingredient.Items(var item, int count) -> {
                if (seen.add(item)) {
                    items(row, item, count, content, report);
                } else {
                    report.add(row + ".item", "names '" + item + "' twice; add the counts up");
                }
            }
        }
    }

    private static void items(String row, ItemId id, int count, Content content, Report report) {
        ItemDefinition item = content.items().get(id);
        if (item == null) {
            report.add(row + ".item", "there is no item '" + id + "'");
            return;
        }
        RequirementChecks.items(row, item, count, report);
    }
}
