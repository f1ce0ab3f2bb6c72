package com.luckyfunatic.benchmarks.game;

import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.card.CardLevel;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.catalog.CatalogDefinition;
import com.luckyfunatic.engine.catalog.StartDefinition;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.util.Collections;
import java.util.List;

/** Content to measure with. */
public final class BenchmarkCatalog {
    /** The most levels that content may give a card. */
    private static final int LEVELS = 100;

    private static final long START_FUNZ = 1_000_000_000;
    private static final CardLevel CHEAP = new CardLevel(10, 1);

    private BenchmarkCatalog() {}

    /** The content that comes with the game. */
    public static Catalog standard() {
        return Catalog.of(CatalogLoader.standard());
    }

    /**
     * The same, with rich players and cards that have many cheap levels and ask for nothing: each
     * purchase does all its work, and there are thousands of them per player.
     */
    public static Catalog forPurchases() {
        CatalogDefinition standard = CatalogLoader.standard();
        return Catalog.of(
                new CatalogDefinition(
                        standard.version() + "-purchases",
                        new StartDefinition(START_FUNZ, 0),
                        standard.tap(),
                        standard.energy(),
                        standard.income(),
                        standard.multiplierCapBps(),
                        standard.frenzy(),
                        standard.boosters(),
                        standard.categories(),
                        standard.cards().stream().map(BenchmarkCatalog::cheap).toList(),
                        standard.stories(),
                        standard.items(),
                        standard.specialCards(),
                        standard.ranks(),
                        standard.referral(),
                        standard.dailyBonus(),
                        standard.balloon(),
                        standard.exchanges(),
                        standard.quests(),
                        standard.friendsQuest(),
                        standard.notices(),
                        standard.conversions(),
                        standard.listings(),
                        standard.minigames(),
                        standard.raffles(),
                        standard.tournaments(),
                        standard.timeTrials()));
    }

    private static CardDefinition cheap(CardDefinition card) {
        return new CardDefinition(
                card.id(),
                card.name(),
                card.description(),
                card.category(),
                card.image(),
                card.currency(),
                0,
                0,
                LEVELS,
                Collections.nCopies(LEVELS, CHEAP),
                List.of(),
                null,
                null,
                false);
    }
}
