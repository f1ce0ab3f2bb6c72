package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.store.ListingId;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import java.util.ArrayList;
import java.util.List;

/** The test content, with more that all players share: it is what they meet at. */
final class SimulatedContent {
    private static final int SHARED = 4;

    private SimulatedContent() {}

    static Catalog catalog() {
        List<ListingDefinition> listings = new ArrayList<>(TestCatalogs.full().listings());
        ListingDefinition pattern =
                listings.stream().filter(ListingDefinition::isStocked).findFirst().orElseThrow();
        for (int number = 1; number <= SHARED; number++) {
            listings.add(
                    new ListingDefinition(
                            new ListingId("shared_" + number),
                            pattern.name(),
                            pattern.description(),
                            pattern.image(),
                            pattern.currency(),
                            pattern.price(),
                            pattern.stars(),
                            pattern.goods(),
                            pattern.dailyLimit(),
                            pattern.totalLimit(),
                            1 + number,
                            pattern.requirements(),
                            pattern.availableFrom(),
                            pattern.availableUntil()));
        }
        return TestCatalogs.selling(listings);
    }
}
