package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.card.CardCategory;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.card.CardLevel;
import java.util.List;

/** Checks cards and their categories. Pure. */
final class CardChecks {
    private CardChecks() {}

    static void check(Content content, Report report) {
        categories(content.definition().categories(), report);
        List<CardDefinition> cards = content.definition().cards();
        report.unique("cards", "id", cards, CardDefinition::id);
        for (int i = 0; i < cards.size(); i++) {
            CardDefinition card = cards.get(i);
            String row = Report.row("cards", i, card.id());
            texts(row, card, report);
            if (!content.categories().contains(card.category())) {
                report.add(row + ".category", "there is no category '" + card.category() + "'");
            }
            if (card.levels().isEmpty()) {
                curves(row, card, content, report);
            } else {
                levels(row, card, report);
            }
            report.window(row, card.availableFrom(), card.availableUntil());
            RequirementChecks.check(row, card.requirements(), card.comingSoon(), content, report);
        }
    }

    private static void categories(List<CardCategory> categories, Report report) {
        report.unique("categories", "id", categories, CardCategory::id);
        for (int i = 0; i < categories.size(); i++) {
            CardCategory category = categories.get(i);
            report.line(
                    Report.row("categories", i, category.id()) + ".name",
                    category.name(),
                    Limits.NAME_MAX);
        }
    }

    private static void texts(String row, CardDefinition card, Report report) {
        report.line(row + ".name", card.name(), Limits.NAME_MAX);
        report.line(row + ".description", card.description(), Limits.DESCRIPTION_MAX);
        report.line(row + ".image", card.image(), Limits.IMAGE_MAX);
    }

    private static void curves(String row, CardDefinition card, Content content, Report report) {
        boolean price = report.range(row + ".basePrice", card.basePrice(), 1, Limits.AMOUNT_MAX);
        boolean income =
                report.range(
                        row + ".baseIncomePerHour", card.baseIncomePerHour(), 1, Limits.AMOUNT_MAX);
        if (!report.range(row + ".maxLevel", card.maxLevel(), 1, Limits.LEVEL_MAX)
                || hasAllLevels(card, content)) {
            return;
        }
        for (int n = 1; n <= card.maxLevel() && (price || income); n++) {
            if (price && !CardLevels.hasPrice(card, n)) {
                report.add(row + ".basePrice", passes("price", n, card));
                price = false;
            }
            if (income && !CardLevels.hasIncome(card, n)) {
                report.add(row + ".baseIncomePerHour", passes("income", n, card));
                income = false;
            }
        }
    }

    /** Spares good cards the search for the level that is too large, which costs time at start. */
    private static boolean hasAllLevels(CardDefinition card, Content content) {
        return card.equals(content.cards().get(card.id()))
                && content.levels().getOrDefault(card.id(), List.of()).size() == card.maxLevel();
    }

    private static String passes(String what, int level, CardDefinition card) {
        return "the "
                + what
                + " passes "
                + Amounts.MAX
                + " at level "
                + level
                + " of "
                + card.maxLevel();
    }

    private static void levels(String row, CardDefinition card, Report report) {
        String why = "the card has levels of its own";
        report.unused(row + ".basePrice", card.basePrice(), why);
        report.unused(row + ".baseIncomePerHour", card.baseIncomePerHour(), why);
        List<CardLevel> levels = card.levels();
        if (levels.size() > Limits.LEVEL_MAX) {
            report.add(
                    row + ".levels",
                    "must have at most " + Limits.LEVEL_MAX + " rows, has " + levels.size());
        }
        if (levels.size() != card.maxLevel()) {
            report.add(
                    row + ".maxLevel",
                    "must be the number of rows in levels, "
                            + levels.size()
                            + ", was "
                            + card.maxLevel());
        }
        for (int i = 0; i < levels.size(); i++) {
            CardLevel level = levels.get(i);
            String levelRow = Report.row(row + ".levels", i);
            report.range(levelRow + ".price", level.price(), 1, Limits.AMOUNT_MAX);
            if (report.range(
                            levelRow + ".incomePerHour",
                            level.incomePerHour(),
                            1,
                            Limits.AMOUNT_MAX)
                    && i > 0
                    && level.incomePerHour() < levels.get(i - 1).incomePerHour()) {
                report.add(
                        levelRow + ".incomePerHour",
                        "must not be below that of the level before, "
                                + levels.get(i - 1).incomePerHour()
                                + ", was "
                                + level.incomePerHour());
            }
        }
    }
}
