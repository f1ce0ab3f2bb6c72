package com.luckyfunatic.server.view;

import com.luckyfunatic.engine.bonus.BonusDefinition;
import com.luckyfunatic.engine.bonus.WheelSegment;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.server.json.RecurringList;
import java.util.List;

/**
 * A segment of the wheel as clients see it.
 *
 * @param id its name in the catalog
 * @param name what players read
 * @param odds how likely it is
 * @param prize what it pays
 */
public record WheelSegmentView(String id, String name, Odds odds, PrizeView prize) {
    /** One segment, for the API description. */
    public static final String EXAMPLE =
            """
            {"id": "old_machine", "name": "Old Machine",
             "odds": {"numerator": 1000, "denominator": 10000}, "prize": {"funz": 0, "jokers": 0,
             "items": [{"itemId": "brass_gear", "name": "Brass Gear", "count": 1}]}}
            """;

    /** An exact chance: so many of as many equally likely rolls. */
    public record Odds(int numerator, int denominator) {}

    private static final OncePerCatalog<List<WheelSegmentView>> WHEELS =
            new OncePerCatalog<>(WheelSegmentView::wheel);

    /** Shows the wheel of the daily bonus, in the order in which its rolls are counted. */
    public static List<WheelSegmentView> all(Catalog catalog) {
        return WHEELS.of(catalog);
    }

    private static List<WheelSegmentView> wheel(Catalog catalog) {
        BonusDefinition bonus = catalog.dailyBonus();
        int rolls = bonus.rolls();
        return new RecurringList<>(
                bonus.wheel().stream().map(each -> of(each, rolls, catalog)).toList());
    }

    private static WheelSegmentView of(WheelSegment segment, int rolls, Catalog catalog) {
        return new WheelSegmentView(
                segment.id().value(),
                segment.name(),
                new Odds(segment.weight(), rolls),
                PrizeView.of(segment.prize(), catalog));
    }
}
