package com.luckyfunatic.benchmarks.rule;

import com.luckyfunatic.benchmarks.game.TapLoad;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.booster.BoosterLevel;
import com.luckyfunatic.engine.booster.BoosterState;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.card.CardState;
import com.luckyfunatic.engine.card.OwnedCard;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.storage.memory.MemoryStorage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** States of a player that benchmarks of rules start from. */
final class PlayingState {
    private static final long ALWAYS = TapLoad.START.plus(Duration.ofDays(365_000)).toEpochMilli();

    private static final BoosterState BOOSTED =
            new BoosterState(
                    List.of(
                            active("turbo_tap", Effect.FUNZ_PER_TAP_MULTIPLY, 50_000),
                            active("energy_tank", Effect.ENERGY_MAX_ADD, 500),
                            active("quick_charge", Effect.ENERGY_REGEN_MULTIPLY, 30_000)),
                    List.of(
                            new BoosterLevel(new BoosterType("multitap"), 3),
                            new BoosterLevel(new BoosterType("energy_limit"), 3),
                            new BoosterLevel(new BoosterType("income_multiplier"), 3)),
                    List.of());

    private PlayingState() {}

    private static ActiveBooster active(String type, Effect effect, long magnitude) {
        return new ActiveBooster(new BoosterType(type), effect, magnitude, ALWAYS);
    }

    /** A player who has just logged in for the first time. */
    static PlayerState fresh(Catalog catalog) {
        try (MemoryStorage storage = new MemoryStorage()) {
            return GameEngine.builder(storage)
                    .clock(InstantSource.fixed(TapLoad.START))
                    .build(catalog)
                    .logIn(TelegramAccount.of(1, "Ada"), null)
                    .state();
        }
    }

    /** The same with three timed boosters that never end and three permanent ones at level 3. */
    static PlayerState boosted(Catalog catalog) {
        return fresh(catalog).change().boosters(BOOSTED).done();
    }

    /** A player who owns every card of the catalog at {@code level}. */
    static PlayerState withAllCards(Catalog catalog, int level) {
        List<OwnedCard> cards =
                catalog.cards().stream().map(card -> new OwnedCard(card.id(), level)).toList();
        return fresh(catalog).change().cards(new CardState(cards)).done();
    }
}
