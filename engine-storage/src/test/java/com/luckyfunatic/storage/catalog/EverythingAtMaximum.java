package com.luckyfunatic.storage.catalog;

import com.luckyfunatic.engine.amount.BasisPoints;
import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.booster.BoosterLevel;
import com.luckyfunatic.engine.booster.BoosterState;
import com.luckyfunatic.engine.card.CardState;
import com.luckyfunatic.engine.card.OwnedCard;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.forge.ForgeState;
import com.luckyfunatic.engine.forge.ForgedCard;
import com.luckyfunatic.engine.frenzy.FrenzyState;
import com.luckyfunatic.engine.player.PlayerEvent;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerRules;
import com.luckyfunatic.engine.player.PlayerState;
import java.util.List;

/** The luckiest player a catalog allows: everything owned, everything active. */
final class EverythingAtMaximum {
    private EverythingAtMaximum() {}

    static PlayerState of(Catalog catalog) {
        PlayerEvent.PlayerCreated created =
                new PlayerEvent.PlayerCreated(null, false, 0, 0, 0, 0, 0);
        return PlayerRules.initial(new PlayerId(1), created)
                .change()
                .cards(cards(catalog))
                .forge(forge(catalog))
                .boosters(boosters(catalog))
                .frenzy(new FrenzyState(0, Long.MAX_VALUE, frenzyBps(catalog), 0))
                .done();
    }

    private static CardState cards(Catalog catalog) {
        return new CardState(
                catalog.cards().stream()
                        .map(card -> new OwnedCard(card.id(), card.maxLevel()))
                        .toList());
    }

    private static ForgeState forge(Catalog catalog) {
        return new ForgeState(
                catalog.specialCards().stream()
                        .map(card -> new ForgedCard(card.id(), card.forgeLimit()))
                        .toList());
    }

    private static BoosterState boosters(Catalog catalog) {
        List<ActiveBooster> active =
                catalog.boosters().stream()
                        .filter(booster -> !booster.isPermanent())
                        .filter(booster -> !booster.effect().isInstant())
                        .map(booster ->
                                new ActiveBooster(
                                        booster.type(),
                                        booster.effect(),
                                        booster.magnitude(),
                                        Long.MAX_VALUE))
                        .toList();
        List<BoosterLevel> levels =
                catalog.boosters().stream()
                        .filter(BoosterDefinition::isPermanent)
                        .map(booster -> new BoosterLevel(booster.type(), booster.maxLevel()))
                        .toList();
        return new BoosterState(active, levels, List.of());
    }

    private static long frenzyBps(Catalog catalog) {
        long most = BasisPoints.ONE;
        for (int rank = 1; rank <= catalog.ranks().size(); rank++) {
            most = Math.max(most, catalog.frenzyLevel(rank).multiplierBps());
        }
        return most;
    }
}
